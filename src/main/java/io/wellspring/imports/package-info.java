/** Files on their way in: upload, sniff, map, rehearse, commit and report; and the demo data. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "shared :: web", "staff", "audit", "users", "tags", "activity", "jobs"})
package io.wellspring.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
