/** The overview: reads what the other modules keep, and keeps nothing. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: web",
            "staff",
            "audit",
            "profiles",
            "imports",
            "jobs",
            "rfm",
            "metrics"
        })
package io.wellspring.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
