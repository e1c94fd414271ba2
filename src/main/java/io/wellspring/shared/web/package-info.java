/** What every page shares: the layout's facts and files, formatting, parts that write themselves, turns, refusals and error pages. */
@NullMarked
@NamedInterface("web")
package io.wellspring.shared.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
