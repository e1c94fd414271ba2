package io.wellspring.imports;

/** What a file is about. */
public enum ImportKind {
    USERS,
    ORDERS,
    /** No file at all: the generated users and orders to explore with. */
    DEMO
}
