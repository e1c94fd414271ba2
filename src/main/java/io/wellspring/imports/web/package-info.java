/** The pages of {@link io.wellspring.imports}. */
@NullMarked
package io.wellspring.imports.web;

import org.jspecify.annotations.NullMarked;
