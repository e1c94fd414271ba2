package io.wellspring.membership.web;

import io.wellspring.membership.Programme;
import java.util.Optional;

/**
 * A published version in the table of all of them.
 *
 * @param never why it never decides, if it does not
 * @param question what is asked before it is published again
 */
record VersionLine(Programme version, Optional<String> never, String question) {}
