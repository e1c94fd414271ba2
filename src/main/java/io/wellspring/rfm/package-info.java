/** Recency, frequency and monetary scores from dated models, kept as snapshots. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "shared :: web", "staff", "audit", "jobs", "metrics"})
package io.wellspring.rfm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
