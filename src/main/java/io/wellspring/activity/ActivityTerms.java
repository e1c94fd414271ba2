package io.wellspring.activity;

import io.wellspring.users.IdentityKind;
import java.time.Instant;
import java.util.List;

/**
 * How the activity of one file is to be taken.
 *
 * @param matchBy the identities by which a row finds its user, the first one found counts
 * @param createUsers whether a user nobody knows is created, or the row refused
 * @param demo whether it is fictional
 * @param when when this happens
 */
public record ActivityTerms(List<IdentityKind> matchBy, boolean createUsers, boolean demo, Instant when) {

    public ActivityTerms {
        matchBy = List.copyOf(matchBy);
    }
}
