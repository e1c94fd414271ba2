package io.wellspring.points;

import io.wellspring.shared.UserId;

/**
 * What was written. Asked for again, it is the same.
 *
 * @param user whose ledger it stands in: who stands for the user by now
 * @param amount what it changed the balance by
 * @param waived what a reversed earning did not take, because it had expired
 * @param debtChange what it changed the debt by: up by a shortage, down by what settled it
 */
public record Posting(UserId user, long entryId, EntryKind kind, Points amount, Points waived, Points debtChange) {}
