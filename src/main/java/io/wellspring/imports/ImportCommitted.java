package io.wellspring.imports;

/**
 * A file's rows have become users or orders; published in the transaction that made them so.
 *
 * @param importId also the intake under which users and facts know the rows
 */
public record ImportCommitted(long importId, ImportKind kind) {}
