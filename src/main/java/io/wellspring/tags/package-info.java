/** Labels on users, in groups: which there are, who has them, why and since when. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "shared :: web", "staff", "audit", "users"})
package io.wellspring.tags;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
