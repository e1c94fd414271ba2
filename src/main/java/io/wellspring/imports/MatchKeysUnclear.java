package io.wellspring.imports;

/** Rows cannot find their users: no key, one twice, or none that the file has. */
public final class MatchKeysUnclear extends MappingRefused {

    MatchKeysUnclear() {
        super("match");
    }
}
