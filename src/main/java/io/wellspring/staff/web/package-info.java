/** The pages of {@link io.wellspring.staff}. */
@NullMarked
package io.wellspring.staff.web;

import org.jspecify.annotations.NullMarked;
