package io.wellspring.activity;

/** Money in, or money given back. */
public enum OrderKind {
    ORDER,
    REFUND
}
