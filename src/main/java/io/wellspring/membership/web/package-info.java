/** The pages of {@link io.wellspring.membership}. */
@NullMarked
package io.wellspring.membership.web;

import org.jspecify.annotations.NullMarked;
