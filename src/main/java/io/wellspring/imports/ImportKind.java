package io.wellspring.imports;

/** What a file is about. */
public enum ImportKind {
    USERS,
    ORDERS,
    /** Dated facts that are no orders. */
    ACTIVITY,
    /** No file at all: the generated users and orders to explore with. */
    DEMO
}
