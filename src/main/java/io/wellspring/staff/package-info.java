/** People who log in: roles, login, invitations and who is at the keyboard now. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wellspring.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
