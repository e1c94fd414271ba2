package io.wellspring.tags;

import io.wellspring.users.IdentityKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How the tags of one file are to be taken.
 *
 * @param matchBy the identities by which rows find their users first; the others follow
 * @param replaced the groups in which a row's tags take the place of those that earlier imports gave; in the others they come on top
 * @param when when this happens
 */
public record TagTerms(List<IdentityKind> matchBy, Set<String> replaced, Instant when) {

    public TagTerms {
        matchBy = List.copyOf(matchBy);
        replaced = Set.copyOf(replaced);
    }
}
