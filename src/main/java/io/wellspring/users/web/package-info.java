/** The pages of {@link io.wellspring.users}. */
@NullMarked
package io.wellspring.users.web;

import org.jspecify.annotations.NullMarked;
