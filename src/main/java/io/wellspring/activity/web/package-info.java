/** The pages of {@link io.wellspring.activity}. */
@NullMarked
package io.wellspring.activity.web;

import org.jspecify.annotations.NullMarked;
