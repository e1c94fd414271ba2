/** The pages of {@link io.wellspring.points}. */
@NullMarked
package io.wellspring.points.web;

import org.jspecify.annotations.NullMarked;
