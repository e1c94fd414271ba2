package io.wellspring.profiles;

import static io.wellspring.shared.SqlFiles.sql;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import io.wellspring.lifecycle.Stage;
import io.wellspring.rfm.RfmClass;
import io.wellspring.rfm.RfmGroup;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.NamedCount;
import io.wellspring.shared.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads profiles. Lists are the one place whose conditions vary, so they are put together from {@link ListField}. */
@Component
@RequiredArgsConstructor
class ProfileQueries {

    static final int CANDIDATES = 50;

    private static final int FETCH_SIZE = 2000;
    private static final int IDS_AT_ONCE = 20_000;

    private static final Table<Record> PROFILE =
            table(name("profiles", "profile")).as("p");
    private static final Table<Record> USERS = table(name("users", "users")).as("u");
    private static final Field<Long> USER_ID = field(name("p", "user_id"), Long.class);
    private static final Field<Long> NET = field(name("p", "net_amount"), Long.class);
    private static final Field<Integer> REFUNDS = field(name("p", "refunds"), Integer.class);
    private static final Field<Boolean> DEMO = field(name("p", "demo"), Boolean.class);
    private static final Field<Integer> RECENCY = field(name("p", "recency_days"), Integer.class);
    private static final Field<String> EXTERNAL_ID = field(name("u", "external_id"), String.class);
    private static final Field<String> NAME = field(name("u", "name"), String.class);
    private static final Field<String> PHONE = field(name("u", "phone"), String.class);
    private static final Field<String> EMAIL = field(name("u", "email"), String.class);
    private static final List<SelectField<?>> COLUMNS = List.of(
            USER_ID,
            ProfileColumns.REGISTERED_ON,
            ProfileColumns.CHANNEL,
            ProfileColumns.CITY,
            DEMO,
            ProfileColumns.LAST_ORDER_ON,
            ProfileColumns.ORDERS,
            REFUNDS,
            NET,
            RECENCY,
            ProfileColumns.R,
            ProfileColumns.F,
            ProfileColumns.M,
            ProfileColumns.CLASS,
            ProfileColumns.GROUP,
            ProfileColumns.STAGE,
            ProfileColumns.STAGE_SINCE);

    private final DSLContext jooq;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final ObjectProvider<ListNarrowing> narrowings;

    Optional<Profile> find(UserId user) {
        return jooq.select(COLUMNS)
                .from(PROFILE)
                .where(USER_ID.eq(user.value()))
                .fetchOptional()
                .map(ProfileQueries::profile);
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

    ProfilePage page(ProfileFilter filter, ProfileSort sort, boolean descending, ProfileWindow window, int size) {
        return page(filter, sort, sort.key(), descending, window, size);
    }

    ProfilePage.Totals totals(ProfileFilter filter) {
        return jooq.select(count(), sum(ProfileColumns.ORDERS), sum(NET))
                .from(PROFILE)
                .where(condition(filter))
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
        SortOrder order = descending ? SortOrder.DESC : SortOrder.ASC;
        List<SelectField<?>> columns = new ArrayList<>(COLUMNS);
        columns.add(EXTERNAL_ID);
        if (withContact) {
            columns.addAll(List.of(NAME, PHONE, EMAIL));
        }
        try (Cursor<Record> rows = jooq.select(columns)
                .from(PROFILE)
                .leftJoin(USERS)
                .on(field(name("u", "user_id"), Long.class).eq(USER_ID))
                .where(condition(filter))
                .orderBy(sort.key().field().sort(order), USER_ID.sort(order))
                .fetchSize(FETCH_SIZE)
                .fetchLazy()) {
            for (Record found : rows) {
                consumer.accept(new ExportedProfile(
                        Optional.ofNullable(found.get(EXTERNAL_ID)),
                        withContact ? Optional.of(contact(found)) : Optional.empty(),
                        profile(found)));
            }
        }
    }

    List<NamedCount> valuesOf(ProfileField field, int limit) {
        Field<String> column = field.in(String.class, DSL.inline(clock.today()));
        return jooq.select(column, count())
                .from(PROFILE)
                .where(column.isNotNull())
                .groupBy(column)
                .orderBy(count().desc(), column)
                .limit(limit)
                .fetch(found -> new NamedCount(found.value1(), found.value2()));
    }

    /** Only the numbers, a few at a time; only inside a transaction does the driver not fetch them all. */
    void ids(ProfileFilter filter, Consumer<UserId> consumer) {
        try (Cursor<Record1<Long>> rows = jooq.select(USER_ID)
                .from(PROFILE)
                .where(condition(filter))
                .orderBy(USER_ID)
                .fetchSize(IDS_AT_ONCE)
                .fetchLazy()) {
            for (Record1<Long> found : rows) {
                consumer.accept(new UserId(found.value1()));
            }
        }
    }

    List<String> channels() {
        return jdbc.sql(sql("profiles/list-channels"))
                .query((found, n) -> found.getString("channel"))
                .list();
    }

    List<UserId> drift(int limit) {
        return jdbc.sql(sql("profiles/find-drift"))
                .param("zone", clock.zone().getId())
                .param("limit", limit)
                .query((found, n) -> new UserId(found.getLong("user_id")))
                .list();
    }

    private <T> ProfilePage page(
            ProfileFilter filter,
            ProfileSort sort,
            ProfileSort.Key<T> key,
            boolean descending,
            ProfileWindow window,
            int size) {
        ProfilePage.Totals totals = totals(filter);
        boolean backwards = window instanceof ProfileWindow.Last || window instanceof ProfileWindow.Before;
        int length = window instanceof ProfileWindow.Last ? lastPage(totals.users(), size) : size;
        SortOrder order = descending != backwards ? SortOrder.DESC : SortOrder.ASC;
        Condition beyond =
                switch (window) {
                    case ProfileWindow.First first -> DSL.noCondition();
                    case ProfileWindow.Last last -> DSL.noCondition();
                    case ProfileWindow.After after -> beyond(key, after.mark(), order, sort);
                    case ProfileWindow.Before before -> beyond(key, before.mark(), order, sort);
                };
        List<SortField<?>> by = List.of(key.field().sort(order), USER_ID.sort(order));
        List<SelectField<?>> columns = Stream.concat(
                        COLUMNS.stream(), Stream.of(key.field().as("sort_key")))
                .<SelectField<?>>map(column -> column)
                .toList();
        List<Record> found = new ArrayList<>(jooq.select(columns)
                .from(PROFILE)
                .where(condition(filter).and(beyond))
                .orderBy(by)
                .limit(length + 1)
                .fetch());
        boolean more = found.size() > length;
        if (more) {
            found.removeLast();
        }
        if (backwards) {
            Collections.reverse(found);
        }
        boolean before = backwards ? more : !(window instanceof ProfileWindow.First);
        boolean after = backwards ? !(window instanceof ProfileWindow.Last) : more;
        return new ProfilePage(
                found.stream().map(ProfileQueries::profile).toList(),
                before && !found.isEmpty() ? Optional.of(mark(found.getFirst())) : Optional.empty(),
                after && !found.isEmpty() ? Optional.of(mark(found.getLast())) : Optional.empty(),
                totals);
    }

    private static int lastPage(long users, int size) {
        int rest = (int) (users % size);
        return rest == 0 ? size : rest;
    }

    private static <T> Condition beyond(
            ProfileSort.Key<T> key, ProfileWindow.Mark mark, SortOrder order, ProfileSort sort) {
        T value;
        try {
            value = key.reading().apply(mark.value());
        } catch (RuntimeException e) {
            throw new UnreadablePlace(sort, mark.toString());
        }
        return order == SortOrder.DESC
                ? row(key.field(), USER_ID).lt(value, mark.user().value())
                : row(key.field(), USER_ID).gt(value, mark.user().value());
    }

    private Condition condition(ProfileFilter filter) {
        Condition condition = DSL.noCondition();
        for (var wanted : filter.values().entrySet()) {
            condition = condition.and(wanted.getKey().condition(wanted.getValue()));
        }
        for (ListNarrowing narrowing : narrowings) {
            String value = filter.narrowings().get(narrowing.parameter());
            if (value != null) {
                condition = condition.and(narrowing.condition(value));
            }
        }
        return filter.among().isPresent()
                ? condition.and(USER_ID.in(
                        filter.among().get().stream().map(UserId::value).toList()))
                : condition;
    }

    private static ProfileWindow.Mark mark(Record found) {
        return new ProfileWindow.Mark(String.valueOf(found.get("sort_key")), new UserId(found.get(USER_ID)));
    }

    private static ExportedProfile.Contact contact(Record found) {
        return new ExportedProfile.Contact(
                Optional.ofNullable(found.get(NAME)),
                Optional.ofNullable(found.get(PHONE)),
                Optional.ofNullable(found.get(EMAIL)));
    }

    private static Profile profile(Record found) {
        Optional<Profile.Standing> standing = Optional.ofNullable(found.get(ProfileColumns.CLASS))
                .map(code -> new Profile.Standing(
                        found.get(ProfileColumns.R),
                        found.get(ProfileColumns.F),
                        found.get(ProfileColumns.M),
                        RfmClass.of(code).orElseThrow(),
                        RfmGroup.valueOf(found.get(ProfileColumns.GROUP))));
        return new Profile(
                new UserId(found.get(USER_ID)),
                Optional.ofNullable(found.get(ProfileColumns.REGISTERED_ON)),
                Optional.ofNullable(found.get(ProfileColumns.CHANNEL)),
                Optional.ofNullable(found.get(ProfileColumns.CITY)),
                found.get(DEMO),
                Optional.ofNullable(found.get(ProfileColumns.LAST_ORDER_ON)),
                found.get(ProfileColumns.ORDERS),
                found.get(REFUNDS),
                new Money(found.get(NET)),
                Optional.ofNullable(found.get(RECENCY)),
                standing,
                Optional.ofNullable(found.get(ProfileColumns.STAGE))
                        .map(stage ->
                                new Profile.StageSince(Stage.valueOf(stage), found.get(ProfileColumns.STAGE_SINCE))));
    }
}
