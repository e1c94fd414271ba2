package io.wellspring.imports;

import io.wellspring.users.IdentityKind;
import io.wellspring.users.IntakeMode;
import io.wellspring.users.UserField;
import io.wellspring.users.UserTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the columns of a file mean, and how its rows are taken.
 *
 * @param uses one for each column
 * @param mode what rows of a users file may do
 * @param matchBy the identities by which a row finds its user, the first one found counts
 * @param createUsers whether orders and activity of users nobody knows create those users
 */
public record Mapping(List<ColumnUse> uses, IntakeMode mode, List<IdentityKind> matchBy, boolean createUsers) {

    public Mapping {
        uses = List.copyOf(uses);
        matchBy = List.copyOf(matchBy);
    }

    /** The usual terms: rows create and update, what they give overwrites, all identities count. */
    public static Mapping usual(List<ColumnUse> uses) {
        return new Mapping(uses, IntakeMode.CREATE_AND_UPDATE, UserTerms.USUAL_MATCH, true);
    }

    /** The usual terms for columns that are fields or nothing. */
    public static Mapping ofFields(List<Optional<ImportField>> fields) {
        return usual(fields.stream()
                .map(field -> field.map(ColumnUse::of).orElse(ColumnUse.NONE))
                .toList());
    }

    public Mapping withUses(List<ColumnUse> others) {
        return new Mapping(others, mode, matchBy, createUsers);
    }

    /** The same for so many columns: those behind it are not imported. */
    Mapping over(int columns) {
        return withUses(Stream.concat(uses.stream(), Stream.generate(() -> ColumnUse.NONE))
                .limit(columns)
                .toList());
    }

    /** The terms on which the rows of a users file are taken. */
    UserTerms userTerms(Instant when) {
        Set<UserField> fillOnly = uses.stream()
                .filter(use -> use.policy() == ColumnPolicy.FILL)
                .flatMap(use -> use.field().stream())
                .map(field -> UserField.valueOf(field.name()))
                .collect(Collectors.toSet());
        return new UserTerms(mode, matchBy, fillOnly, false, when);
    }

    /** What it means for the next such file: attributes that were new are there by now. */
    Mapping afterCommit() {
        return withUses(uses.stream()
                .map(use -> use.target() instanceof ColumnTarget.NewAttribute created
                        ? new ColumnUse(new ColumnTarget.Attribute(created.code()), use.policy())
                        : use)
                .toList());
    }

    public Mapping creatingUsers(boolean create) {
        return new Mapping(uses, mode, matchBy, create);
    }
}
