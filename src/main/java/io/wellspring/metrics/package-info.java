/** One row of figures per user, and the figures of whole periods, kept from the facts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "staff", "audit", "users", "activity"})
package io.wellspring.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
