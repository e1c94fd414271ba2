package io.wellspring.profiles;

import static org.jooq.impl.DSL.field;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Field;

/** What lists of users can be sorted by; users without a date stand as if it were the earliest. */
public enum ProfileSort {
    REGISTERED("registered", "coalesce(p.registered_on, date '0001-01-01')", LocalDate.class, LocalDate::parse),
    LAST_ORDER("last-order", "coalesce(p.last_order_on, date '0001-01-01')", LocalDate.class, LocalDate::parse),
    ORDERS("orders", "p.orders", Integer.class, Integer::valueOf),
    NET_AMOUNT("net", "p.net_amount", Long.class, Long::valueOf);

    public static final List<ProfileSort> ALL = List.of(values());

    private final String parameter;
    private final Key<?> key;

    <T> ProfileSort(String parameter, String column, Class<T> type, Function<String, T> reading) {
        this.parameter = parameter;
        this.key = new Key<>(field(column, type), reading);
    }

    /** What it is called in an address. */
    public String parameter() {
        return parameter;
    }

    public static Optional<ProfileSort> of(String parameter) {
        return Arrays.stream(values())
                .filter(one -> one.parameter.equals(parameter))
                .findFirst();
    }

    Key<?> key() {
        return key;
    }

    /** An indexed column, and how its value is read from an address. */
    record Key<T>(Field<T> field, Function<String, T> reading) {}
}
