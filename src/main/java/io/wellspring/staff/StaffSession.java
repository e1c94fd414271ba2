package io.wellspring.staff;

import java.util.Optional;

/**
 * Someone who has shown that they are who they are.
 *
 * @param generation sessions of an earlier one no longer count
 * @param language the one they chose, if they ever did
 */
public record StaffSession(StaffMember member, int generation, Optional<Language> language) {}
