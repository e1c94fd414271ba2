/**
 * Wellspring, in the order data flows; each module may use only what its own {@code package-info} allows.
 *
 * <ul>
 *   <li>Ground: {@link io.wellspring.shared}, {@link io.wellspring.staff}, {@link io.wellspring.audit}, {@link
 *       io.wellspring.jobs}
 *   <li>Facts: {@link io.wellspring.users}, {@link io.wellspring.tags}, {@link
 *       io.wellspring.activity}
 *   <li>Figures: {@link io.wellspring.metrics}
 *   <li>Standing: {@link io.wellspring.rfm}, {@link io.wellspring.lifecycle}, {@link
 *       io.wellspring.membership}, {@link io.wellspring.points}
 *   <li>Picture: {@link io.wellspring.profiles}
 *   <li>Choice: {@link io.wellspring.segments}
 *   <li>Drivers: {@link io.wellspring.imports}, {@link io.wellspring.pipeline}
 *   <li>View: {@link io.wellspring.dashboard}
 * </ul>
 */
@NullMarked
package io.wellspring;

import org.jspecify.annotations.NullMarked;
