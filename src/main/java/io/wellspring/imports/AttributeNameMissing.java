package io.wellspring.imports;

/** A new attribute is called nothing, or too much. */
public final class AttributeNameMissing extends MappingRefused {

    AttributeNameMissing(int index, int longest) {
        super(column(index), longest);
    }
}
