package io.wellspring.staff;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Something a member of staff did to a token. Published in the transaction that did it. */
public sealed interface TokenEvent {

    long tokenId();

    record TokenCreated(long tokenId, String name, Set<Scope> scopes, Optional<LocalDate> lastDay)
            implements TokenEvent {}

    record TokenRevoked(long tokenId, String name) implements TokenEvent {}
}
