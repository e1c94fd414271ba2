package io.wellspring.imports;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What another system wants done with the file it brings.
 *
 * @param mapping the remembered mapping to match it by; without one, the last of such files, or what the columns seem to be
 * @param commit whether it is to be committed by itself when it has been rehearsed
 * @param maxRejected if more rows than this are rejected, it is not
 */
public record Delivery(ImportKind kind, Optional<String> mapping, boolean commit, OptionalLong maxRejected) {}
