package io.wellspring.imports;

/** A group of tags is called too much. */
public final class TagGroupTooLong extends MappingRefused {

    TagGroupTooLong(int index, int longest) {
        super(column(index), longest);
    }
}
