package io.wellspring.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file and what would become of it.
 *
 * @param lineNo where its record starts in the file, from 1
 * @param outcome CREATED, UPDATED, UNCHANGED or REJECTED
 * @param key what the line is about: an order number, or the user's external id, masked phone or masked e-mail
 * @param changes what would change, value by value
 * @param reason the code of its refusal, or null
 * @param fact what the refusal speaks of, or null
 */
public record IntakeSample(
        long lineNo,
        String outcome,
        String key,
        List<IntakeChange> changes,
        @Nullable String reason,
        @Nullable String fact) {

    public IntakeSample {
        changes = List.copyOf(changes);
    }
}
