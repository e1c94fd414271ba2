/** Values, the business clock, SQL files, paging and the embedded database: what every module stands on, without a business word. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.wellspring.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
