package io.wellspring.imports;

import io.wellspring.users.AttributeType;
import java.util.List;

/**
 * One column of a file before its rows are read.
 *
 * @param name its header, or its number where there is none
 * @param samples the first three values that stand in it
 * @param use what becomes of it
 * @param couldBe what its values look like, were it an attribute
 * @param refused how many of the rows looked at would be refused because of it
 */
public record ColumnPreview(
        int index, String name, List<String> samples, ColumnUse use, AttributeType couldBe, long refused) {}
