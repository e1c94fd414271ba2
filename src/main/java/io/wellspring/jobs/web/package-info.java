/** The pages of {@link io.wellspring.jobs}. */
@NullMarked
package io.wellspring.jobs.web;

import org.jspecify.annotations.NullMarked;
