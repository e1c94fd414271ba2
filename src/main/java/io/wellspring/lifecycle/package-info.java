/** Where users stand in their life with us: stages, both ways, as ranges of days told from orders and dated thresholds. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "shared :: web", "staff", "audit", "activity", "metrics"})
package io.wellspring.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
