/** The refresh after an import and every night: the one place that knows its order. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "staff",
            "audit",
            "jobs",
            "imports",
            "users",
            "tags",
            "activity",
            "metrics",
            "rfm",
            "lifecycle",
            "membership",
            "points",
            "profiles",
            "segments"
        })
package io.wellspring.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
