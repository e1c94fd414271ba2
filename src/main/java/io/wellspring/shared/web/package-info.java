/** What every page shares: the layout's facts, formatting, refusals and error pages. */
@NullMarked
package io.wellspring.shared.web;

import org.jspecify.annotations.NullMarked;
