/** The append-only trail of who did what, when, and from where. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "staff"})
package io.wellspring.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
