package io.wellspring.shared;

import org.jspecify.annotations.Nullable;

/**
 * One line of a file and what would become of it.
 *
 * @param lineNo where its record starts in the file, from 1
 * @param outcome CREATED, UPDATED, UNCHANGED or REJECTED
 * @param key what the line is about: an order number, or the user's external id, masked phone or masked e-mail
 * @param detail what would change, or null
 * @param reason the code of its refusal, or null
 * @param fact what the refusal speaks of, or null
 */
public record IntakeSample(
        long lineNo,
        String outcome,
        String key,
        @Nullable String detail,
        @Nullable String reason,
        @Nullable String fact) {}
