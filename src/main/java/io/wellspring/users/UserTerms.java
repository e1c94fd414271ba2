package io.wellspring.users;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How the rows of one file are to be taken.
 *
 * @param mode whether rows may create users, change them, or both
 * @param matchBy the identities by which a row finds its user, the first one found counts; each at most once, at least one
 * @param fillOnly fields that are taken only where the user has none yet; all others are overwritten by what a row gives
 * @param demo whether the users created are fictional
 * @param when what the users' rows say of when they were written
 */
public record UserTerms(
        IntakeMode mode, List<IdentityKind> matchBy, Set<UserField> fillOnly, boolean demo, Instant when) {

    /** By external id, then phone, then e-mail. */
    public static final List<IdentityKind> USUAL_MATCH =
            List.of(IdentityKind.EXTERNAL_ID, IdentityKind.PHONE, IdentityKind.EMAIL);

    public UserTerms {
        matchBy = List.copyOf(matchBy);
        if (matchBy.isEmpty() || matchBy.stream().distinct().count() < matchBy.size()) {
            throw new IllegalArgumentException("Not an order of identities: " + matchBy);
        }
        fillOnly = Set.copyOf(fillOnly);
    }

    /** Creates and updates; what a row gives overwrites. */
    public static UserTerms usual(boolean demo, Instant when) {
        return new UserTerms(IntakeMode.CREATE_AND_UPDATE, USUAL_MATCH, EnumSet.noneOf(UserField.class), demo, when);
    }
}
