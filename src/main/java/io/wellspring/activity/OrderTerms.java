package io.wellspring.activity;

import io.wellspring.users.IdentityKind;
import io.wellspring.users.UserTerms;
import java.time.Instant;
import java.util.List;

/**
 * How the orders of one file are to be taken.
 *
 * @param source whose order numbers these are; a number counts once within its source
 * @param matchBy the identities by which an order finds its user, the first one found counts
 * @param createUsers whether a user nobody knows is created, or the order refused
 * @param demo whether the orders are fictional
 * @param when when this happens
 */
public record OrderTerms(String source, List<IdentityKind> matchBy, boolean createUsers, boolean demo, Instant when) {

    public OrderTerms {
        matchBy = List.copyOf(matchBy);
    }

    /** By external id, then phone, then e-mail. */
    public OrderTerms(String source, boolean createUsers, boolean demo, Instant when) {
        this(source, UserTerms.USUAL_MATCH, createUsers, demo, when);
    }
}
