package io.wellspring.imports;

import java.util.OptionalLong;

/**
 * What another system wants done with the file it brings.
 *
 * @param commit whether it is to be committed by itself when it has been rehearsed
 * @param maxRejected if more rows than this are rejected, it is not
 */
public record Delivery(ImportKind kind, boolean commit, OptionalLong maxRejected) {}
