package io.wellspring.imports;

/** Another mapping of this kind of file is called so. */
public final class MappingNameTaken extends MappingRefused {

    MappingNameTaken(String name) {
        super("remember", name);
    }
}
