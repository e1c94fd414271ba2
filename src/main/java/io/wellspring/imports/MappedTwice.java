package io.wellspring.imports;

/** Two columns claim the same attribute, or fill the same group of tags. */
public final class MappedTwice extends MappingRefused {

    MappedTwice(int index, String column, String otherColumn) {
        super(column(index), column, otherColumn);
    }
}
