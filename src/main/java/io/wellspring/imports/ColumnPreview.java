package io.wellspring.imports;

import java.util.List;
import java.util.Optional;

/**
 * One column of a file before its rows are read.
 *
 * @param name its header, or its number where there is none
 * @param samples its first three values
 * @param field what it is taken for
 * @param refused how many of the rows looked at would be refused because of it
 */
public record ColumnPreview(int index, String name, List<String> samples, Optional<ImportField> field, long refused) {}
