/** The pages of {@link io.wellspring.profiles}. */
@NullMarked
package io.wellspring.profiles.web;

import org.jspecify.annotations.NullMarked;
