/** The pages of {@link io.wellspring.segments}. */
@NullMarked
package io.wellspring.segments.web;

import org.jspecify.annotations.NullMarked;
