/** Which tier users hold and why: the dated programme, growth value with its ledger, and terms with their history. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "shared :: web", "staff", "audit", "users", "activity", "metrics"})
package io.wellspring.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
