/** The registry of users: identities, contact data and attributes. All personal data lives here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "staff", "audit"})
package io.wellspring.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
