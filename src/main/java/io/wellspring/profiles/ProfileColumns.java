package io.wellspring.profiles;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The columns of a profile that conditions are made of. */
final class ProfileColumns {

    static final String NOT_SCORED = "NONE";
    static final Field<String> CLASS = field(name("p", "class_code"), String.class);
    static final Field<String> FROM_CLASS = field(name("p", "from_class"), String.class);
    static final Field<String> GROUP = field(name("p", "group_code"), String.class);
    static final Field<String> STAGE = field(name("p", "stage"), String.class);
    static final Field<LocalDate> STAGE_SINCE = field(name("p", "stage_since"), LocalDate.class);
    static final Field<Short> R = field(name("p", "r"), Short.class);
    static final Field<Short> F = field(name("p", "f"), Short.class);
    static final Field<Short> M = field(name("p", "m"), Short.class);
    static final Field<String> CHANNEL = field(name("p", "channel"), String.class);
    static final Field<String> CITY = field(name("p", "city"), String.class);
    static final Field<Integer> ORDERS = field(name("p", "orders"), Integer.class);
    static final Field<LocalDate> REGISTERED_ON = field(name("p", "registered_on"), LocalDate.class);
    static final Field<LocalDate> LAST_ORDER_ON = field(name("p", "last_order_on"), LocalDate.class);

    static final Field<Short> TIER = field(name("p", "tier_no"), Short.class);

    static final Field<Long> USER_ID = field(name("p", "user_id"), Long.class);
    static final Field<Long> NET = field(name("p", "net_amount"), Long.class);
    /** As it is indexed: minor units, rounded. */
    static final Field<Long> AVERAGE_ORDER =
            field("round(p.net_amount::numeric / nullif(p.orders, 0))::bigint", Long.class);

    private static final Table<Record> USER_TAG =
            table(name("tags", "user_tag")).as("h");
    private static final Field<Long> TAGGED = field(name("h", "user_id"), Long.class);
    private static final Field<Long> TAG = field(name("h", "tag_id"), Long.class);

    private ProfileColumns() {}

    /** Has at least one tag. */
    static Condition tagged() {
        return exists(selectOne().from(USER_TAG).where(TAGGED.eq(USER_ID)));
    }

    /** Has none; not {@code not in}, for which a million tags would be looked through once per user. */
    static Condition untagged() {
        return notExists(selectOne().from(USER_TAG).where(TAGGED.eq(USER_ID)));
    }

    static Condition tagged(long tagId) {
        return USER_ID.in(select(TAGGED).from(USER_TAG).where(TAG.eq(tagId)));
    }

    /** Has at least one tag of a group. */
    static Condition taggedOfGroup(long groupId) {
        return USER_ID.in(select(TAGGED)
                .from(USER_TAG)
                .where(TAG.in(select(field(name("g", "tag_id"), Long.class))
                        .from(table(name("tags", "tag")).as("g"))
                        .where(field(name("g", "group_id"), Long.class).eq(groupId)))));
    }
}
