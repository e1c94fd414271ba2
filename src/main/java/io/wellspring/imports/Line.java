package io.wellspring.imports;

import java.util.List;

/**
 * One record of a file.
 *
 * @param number the line of the file it starts on, from 1
 */
record Line(long number, List<String> cells) {}
