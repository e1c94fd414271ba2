package io.wellspring.profiles;

import static io.wellspring.shared.SqlFiles.sql;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.NamedCount;
import io.wellspring.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads profiles. Lists are the one place whose conditions vary, see {@link ProfileConditions}. */
@Component
@RequiredArgsConstructor
class ProfileQueries {

    static final int CANDIDATES = 50;

    private static final int FETCH_SIZE = 2000;
    private static final int IDS_AT_ONCE = 20_000;

    private static final Table<Record> USERS = table(name("users", "users")).as("u");
    private static final Field<String> EXTERNAL_ID = field(name("u", "external_id"), String.class);
    private static final Field<String> NAME = field(name("u", "name"), String.class);
    private static final Field<String> PHONE = field(name("u", "phone"), String.class);
    private static final Field<String> EMAIL = field(name("u", "email"), String.class);

    private final DSLContext jooq;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final ProfileConditions conditions;

    Optional<Profile> find(UserId user) {
        return jooq.select(ProfileRows.COLUMNS)
                .from(ProfileTable.PROFILE)
                .where(ProfileColumns.USER_ID.eq(user.value()))
                .fetchOptional()
                .map(ProfileRows::profile);
    }

    List<SimilarUser> similar(UserId user, int limit) {
        return jdbc.sql(sql("profiles/find-similar"))
                .param("user", user.value())
                .param("candidates", CANDIDATES)
                .param("limit", limit)
                .query((row, n) -> new SimilarUser(
                        new UserId(row.getLong("user_id")),
                        row.getLong("orders"),
                        new Money(row.getLong("net_amount")),
                        Optional.ofNullable(row.getObject("recency_days", Integer.class))))
                .list();
    }

    ProfilePage.Totals totals(ProfileFilter filter) {
        return jooq.select(count(), sum(ProfileColumns.ORDERS), sum(ProfileColumns.NET))
                .from(ProfileTable.PROFILE)
                .where(conditions.of(filter))
                .fetchSingle(found -> new ProfilePage.Totals(
                        found.value1(),
                        found.value2() == null ? 0 : found.value2().longValue(),
                        found.value3() == null
                                ? Money.ZERO
                                : new Money(found.value3().longValueExact())));
    }

    /** Every row of the list in order, a few at a time; only inside a transaction does the driver not fetch them all. */
    void stream(
            ProfileFilter filter,
            ProfileSort sort,
            boolean descending,
            boolean withContact,
            Consumer<ExportedProfile> consumer) {
        List<SelectField<?>> columns = new ArrayList<>(ProfileRows.COLUMNS);
        columns.add(EXTERNAL_ID);
        if (withContact) {
            columns.addAll(List.of(NAME, PHONE, EMAIL));
        }
        try (Cursor<Record> rows = jooq.select(columns)
                .from(ProfileTable.PROFILE)
                .leftJoin(USERS)
                .on(field(name("u", "user_id"), Long.class).eq(ProfileColumns.USER_ID))
                .where(conditions.of(filter))
                .orderBy(sort.sorting(descending))
                .fetchSize(FETCH_SIZE)
                .fetchLazy()) {
            for (Record found : rows) {
                consumer.accept(new ExportedProfile(
                        Optional.ofNullable(found.get(EXTERNAL_ID)),
                        withContact ? Optional.of(contact(found)) : Optional.empty(),
                        ProfileRows.profile(found)));
            }
        }
    }

    List<NamedCount> valuesOf(ProfileField field, int limit) {
        Field<String> column = field.in(String.class, DSL.inline(clock.today()));
        return jooq.select(column, count())
                .from(ProfileTable.PROFILE)
                .where(column.isNotNull())
                .groupBy(column)
                .orderBy(count().desc(), column)
                .limit(limit)
                .fetch(found -> new NamedCount(found.value1(), found.value2()));
    }

    /** Only the numbers, a few at a time; only inside a transaction does the driver not fetch them all. */
    void ids(ProfileFilter filter, Consumer<UserId> consumer) {
        try (Cursor<Record1<Long>> rows = jooq.select(ProfileColumns.USER_ID)
                .from(ProfileTable.PROFILE)
                .where(conditions.of(filter))
                .orderBy(ProfileColumns.USER_ID)
                .fetchSize(IDS_AT_ONCE)
                .fetchLazy()) {
            for (Record1<Long> found : rows) {
                consumer.accept(new UserId(found.value1()));
            }
        }
    }

    /** Which state the profiles are in; empty before the first refresh. */
    Optional<UUID> consents() {
        return jdbc.sql(sql("profiles/find-consents"))
                .query((found, n) -> found.getObject("consents", UUID.class))
                .optional();
    }

    Optional<UUID> revision() {
        return jdbc.sql(sql("profiles/find-revision"))
                .query((found, n) -> found.getObject("revision", UUID.class))
                .optional();
    }

    List<String> channels() {
        return jdbc.sql(sql("profiles/list-channels"))
                .query((found, n) -> found.getString("channel"))
                .list();
    }

    List<TierName> tiers() {
        return jdbc.sql(sql("profiles/list-tiers"))
                .query((found, n) ->
                        new TierName(found.getInt("tier_no"), found.getString("name_en"), found.getString("name_zh")))
                .list();
    }

    List<UserId> drift(int limit) {
        return jdbc.sql(sql("profiles/find-drift"))
                .param("zone", clock.zone().getId())
                .param("today", clock.today())
                .param("limit", limit)
                .query((found, n) -> new UserId(found.getLong("user_id")))
                .list();
    }

    private static ExportedProfile.Contact contact(Record found) {
        return new ExportedProfile.Contact(
                Optional.ofNullable(found.get(NAME)),
                Optional.ofNullable(found.get(PHONE)),
                Optional.ofNullable(found.get(EMAIL)));
    }
}
