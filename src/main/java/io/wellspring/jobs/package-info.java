/** Named background work: queued, run one at a time per name, resumed after a crash, and shown. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "staff", "audit"})
package io.wellspring.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
