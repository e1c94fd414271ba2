package io.wellspring.imports;

/** A column of this kind of file cannot be used in this way. */
public final class UseUnfit extends MappingRefused {

    UseUnfit(int index, String column) {
        super(column(index), column);
    }
}
