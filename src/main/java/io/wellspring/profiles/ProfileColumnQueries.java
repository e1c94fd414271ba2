package io.wellspring.profiles;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads whole columns of all profiles in the order of users, some thousand rows at a time. Every refresh gives the profiles a revision they never had before, in
 * the transaction in which it changes them: if the revision is the expected one after rows were read, all of them are of its state.
 */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class ProfileColumnQueries {

    private static final int FETCHED = 10_000;

    private final DSLContext jooq;
    private final ProfileQueries profiles;

    /** Adds what one row holds to a column. */
    private interface Adding {
        void add(ResultSet row, int index, ProfileColumn.Builder column) throws SQLException;
    }

    Optional<UUID> revision() {
        return profiles.revision();
    }

    /**
     * Who has a profile.
     *
     * @throws ProfilesMoved if profiles are in another state by now
     */
    ProfileState state(UUID revision) {
        List<ProfileColumn.Builder> columns = read(
                Optional.of(revision),
                List.of(ProfileTable.USER_ID, ProfileTable.NET, ProfileTable.WINDOW_NET),
                Collections.nCopies(3, ProfileColumnQueries::addNumber));
        return new ProfileState(
                Optional.of(revision),
                columns.get(0).values(),
                columns.get(1).build(),
                columns.get(2).build());
    }

    /**
     * The values of some fields, all in one pass: what a pass costs is its rows rather than its columns.
     *
     * @throws ProfilesMoved if profiles are in another state by now
     */
    Map<ProfileField, ProfileColumn> values(ProfileState state, List<ProfileField> fields, LocalDate asOf) {
        List<ProfileColumn.Builder> columns = read(
                state.revision(),
                fields.stream()
                        .<Field<?>>map(field -> value(field, inline(asOf)))
                        .toList(),
                fields.stream().map(ProfileColumnQueries::adding).toList());
        Map<ProfileField, ProfileColumn> values = new EnumMap<>(ProfileField.class);
        for (int i = 0; i < columns.size(); i++) {
            values.put(fields.get(i), columns.get(i).build());
        }
        return values;
    }

    /** The birthdays, each as month times 100 plus day. */
    ProfileColumn birthdays(ProfileState state) {
        return read(state.revision(), List.of(ProfileTable.BIRTHDAY), List.of(ProfileColumnQueries::addNumber))
                .getFirst()
                .build();
    }

    private static Field<?> value(ProfileField asked, Field<LocalDate> asOf) {
        Field<Object> value = asked.in(Object.class, asOf);
        return switch (asked.kind()) {
            case CODE, TEXT -> value;
            case NUMBER, MONEY -> asked.hasDecimals() ? doubled(value) : value;
            case DATE -> field("{0} - date '1970-01-01'", value);
            case YES_NO -> field("{0}::int", value);
        };
    }

    /** As {@link ColumnTest#doubled} does it. */
    private static Field<?> doubled(Field<?> number) {
        return field(
                "(2 * floor({0} * 10000) + case when {0} * 10000 = floor({0} * 10000) then 0 else 1 end)::bigint",
                number);
    }

    private static Adding adding(ProfileField asked) {
        return switch (asked.kind()) {
            case CODE, TEXT -> ProfileColumnQueries::addWord;
            case NUMBER, MONEY, DATE, YES_NO -> ProfileColumnQueries::addNumber;
        };
    }

    private List<ProfileColumn.Builder> read(
            Optional<UUID> revision, List<? extends Field<?>> fields, List<Adding> adding) {
        List<ProfileColumn.Builder> columns =
                fields.stream().map(field -> new ProfileColumn.Builder()).toList();
        try (ResultSet row = jooq.select(fields)
                .from(ProfileTable.PROFILE)
                .orderBy(ProfileTable.USER_ID)
                .fetchSize(FETCHED)
                .fetchResultSet()) {
            while (row.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    adding.get(i).add(row, i + 1, columns.get(i));
                }
            }
        } catch (SQLException e) {
            throw new DataRetrievalFailureException("Columns cannot be read", e);
        }
        if (!revision().equals(revision)) {
            throw new ProfilesMoved();
        }
        return columns;
    }

    private static void addNumber(ResultSet row, int index, ProfileColumn.Builder column) throws SQLException {
        long value = row.getLong(index);
        if (row.wasNull()) {
            column.addMissing();
        } else {
            column.add(value);
        }
    }

    private static void addWord(ResultSet row, int index, ProfileColumn.Builder column) throws SQLException {
        String word = row.getString(index);
        if (word == null) {
            column.addMissing();
        } else {
            column.addWord(word);
        }
    }
}
