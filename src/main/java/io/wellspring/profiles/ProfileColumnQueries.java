package io.wellspring.profiles;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import lombok.RequiredArgsConstructor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads whole columns of all profiles, some thousand rows at a time. Every refresh gives the profiles a revision they never had before, in
 * the transaction in which it changes them: if the revision is the expected one after rows were read, all of them are of its state.
 */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class ProfileColumnQueries {

    private static final int FETCHED = 10_000;

    private final DSLContext jooq;
    private final ProfileQueries profiles;

    /** Takes the values of one user. */
    private interface Taker {
        void take(ResultSet row) throws SQLException;
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
        LongStream.Builder users = LongStream.builder();
        LongStream.Builder net = LongStream.builder();
        LongStream.Builder windowNet = LongStream.builder();
        read(
                jooq.select(ProfileTable.USER_ID, ProfileTable.NET, ProfileTable.WINDOW_NET)
                        .from(ProfileTable.PROFILE)
                        .orderBy(ProfileTable.USER_ID),
                row -> {
                    users.add(row.getLong(1));
                    net.add(row.getLong(2));
                    windowNet.add(row.getLong(3));
                });
        requireStill(Optional.of(revision));
        return new ProfileState(
                Optional.of(revision),
                users.build().toArray(),
                ProfileColumn.of(net.build().toArray()),
                ProfileColumn.of(windowNet.build().toArray()));
    }

    /**
     * The values of a field.
     *
     * @throws ProfilesMoved if profiles are in another state by now
     */
    ProfileColumn values(ProfileState state, ProfileField asked, LocalDate asOf) {
        Field<LocalDate> day = inline(asOf);
        return switch (asked.kind()) {
            case CODE, TEXT -> words(state, asked.in(String.class, day));
            case NUMBER, MONEY ->
                numbers(
                        state,
                        asked.hasDecimals() ? doubled(asked.in(Object.class, day)) : asked.in(Object.class, day));
            case DATE -> numbers(state, field("{0} - date '1970-01-01'", asked.in(Object.class, day)));
            case YES_NO -> numbers(state, field("{0}::int", asked.in(Object.class, day)));
        };
    }

    /** The birthdays, each as month times 100 plus day. */
    ProfileColumn birthdays(ProfileState state) {
        return numbers(state, ProfileTable.BIRTHDAY);
    }

    /** As {@link ColumnTest#doubled} does it. */
    private static Field<?> doubled(Field<?> number) {
        return field(
                "(2 * floor({0} * 10000) + case when {0} * 10000 = floor({0} * 10000) then 0 else 1 end)::bigint",
                number);
    }

    private ProfileColumn numbers(ProfileState state, Field<?> value) {
        ProfileColumn.Builder column = new ProfileColumn.Builder(state.size());
        read(state, value, row -> column.set(place(state, row), row.getLong(2)));
        return column.build();
    }

    private ProfileColumn words(ProfileState state, Field<?> value) {
        ProfileColumn.Builder column = new ProfileColumn.Builder(state.size());
        read(state, value, row -> column.set(place(state, row), row.getString(2)));
        return column.build();
    }

    /** Those who have a value. */
    private void read(ProfileState state, Field<?> value, Taker taker) {
        read(jooq.select(ProfileTable.USER_ID, value).from(ProfileTable.PROFILE).where(value.isNotNull()), taker);
        requireStill(state.revision());
    }

    private void read(ResultQuery<?> query, Taker taker) {
        try (ResultSet rows = query.fetchSize(FETCHED).fetchResultSet()) {
            while (rows.next()) {
                taker.take(rows);
            }
        } catch (SQLException e) {
            throw new DataRetrievalFailureException("A column cannot be read", e);
        }
    }

    private static int place(ProfileState state, ResultSet row) throws SQLException {
        int place = state.place(row.getLong(1));
        if (place < 0) {
            throw new ProfilesMoved();
        }
        return place;
    }

    private void requireStill(Optional<UUID> revision) {
        if (!revision().equals(revision)) {
            throw new ProfilesMoved();
        }
    }
}
