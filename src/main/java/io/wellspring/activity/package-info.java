/** Append-only facts about users: orders, refunds and behaviour. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "staff", "audit", "users"})
package io.wellspring.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
