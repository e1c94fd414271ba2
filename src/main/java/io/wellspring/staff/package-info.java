/** People who log in: roles, login, invitations and who is at the keyboard now. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "shared :: web"})
package io.wellspring.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
