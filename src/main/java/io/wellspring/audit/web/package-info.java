/** The pages of {@link io.wellspring.audit}. */
@NullMarked
package io.wellspring.audit.web;

import org.jspecify.annotations.NullMarked;
