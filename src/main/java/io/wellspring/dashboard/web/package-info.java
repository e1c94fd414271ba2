/** The pages of {@link io.wellspring.dashboard}. */
@NullMarked
package io.wellspring.dashboard.web;

import org.jspecify.annotations.NullMarked;
