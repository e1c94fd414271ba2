package io.wellspring.imports;

/** The attribute of a column has meanwhile been retired. */
public final class AttributeGone extends MappingRefused {

    AttributeGone(int index, String column) {
        super(column(index), column);
    }
}
