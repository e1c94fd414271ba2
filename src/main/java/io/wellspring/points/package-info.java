/** The spendable currency: a ledger of what users earned, spent and lost to time, what is left of it, what is owed, and what earns it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: web",
            "staff",
            "audit",
            "jobs",
            "users",
            "activity",
            "metrics",
            "membership"
        })
package io.wellspring.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
