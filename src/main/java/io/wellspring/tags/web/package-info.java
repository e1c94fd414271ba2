/** The pages of {@link io.wellspring.tags}. */
@NullMarked
package io.wellspring.tags.web;

import org.jspecify.annotations.NullMarked;
