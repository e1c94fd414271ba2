package io.wellspring.imports;

/** Another attribute is called so. */
public final class AttributeNameTaken extends MappingRefused {

    AttributeNameTaken(int index, String label) {
        super(column(index), label);
    }
}
