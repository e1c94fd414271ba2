package io.wellspring.profiles;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.LocalDate;
import org.jooq.Field;

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

    private ProfileColumns() {}
}
