package io.wellspring.imports;

/** No column tells whom the rows are about. */
public final class IdentityMissing extends MappingRefused {

    IdentityMissing() {
        super("");
    }
}
