/** The pages of {@link io.wellspring.lifecycle}. */
@NullMarked
package io.wellspring.lifecycle.web;

import org.jspecify.annotations.NullMarked;
