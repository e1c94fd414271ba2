/** The pages of {@link io.wellspring.rfm}. */
@NullMarked
package io.wellspring.rfm.web;

import org.jspecify.annotations.NullMarked;
