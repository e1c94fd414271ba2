/** One wide row per user without personal data, the user list that reads it, and the shell of the user page. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: web",
            "staff",
            "audit",
            "users",
            "tags",
            "metrics",
            "rfm",
            "lifecycle",
            "membership",
            "points"
        })
package io.wellspring.profiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
