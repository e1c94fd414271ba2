package io.wellspring.imports;

/** Two columns claim to be the same field. */
public final class FieldMappedTwice extends MappingRefused {

    FieldMappedTwice(int index, String column, String otherColumn) {
        super(column(index), column, otherColumn);
    }
}
