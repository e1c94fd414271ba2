/** Users who satisfy a rule, or were listed: the rule and what it is compiled to, members, who came and went and why, how sets overlap. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: web",
            "staff",
            "audit",
            "jobs",
            "users",
            "tags",
            "metrics",
            "rfm",
            "membership",
            "points",
            "profiles"
        })
package io.wellspring.segments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
