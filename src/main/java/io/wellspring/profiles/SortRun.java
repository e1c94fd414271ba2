package io.wellspring.profiles;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.impl.DSL;

/**
 * Users that stand one after the other in an index: those with a value, those without, those with one certain code. A sorted list is
 * a few of them, one behind the other, and each page reads from where it stands in one of them.
 *
 * @param prefix what places in it begin with, so that a place says which run it is in
 * @param condition who is in it
 * @param by what the index goes by, before the user
 * @param key what tells its rows apart before the user does; none where all have the same
 * @param turning whether it is read the other way round when the list is
 */
record SortRun(String prefix, Condition condition, List<Field<?>> by, Optional<Key<?>> key, boolean turning) {

    /** Stands where a value would, where there is none. */
    static final String MISSING = "-";

    private static final String KEY = "sort_key";

    /** An indexed value, and how it is read from an address. */
    record Key<T>(Field<T> field, Function<String, T> reading) {

        Condition beyond(String value, Field<Long> user, long userId, SortOrder order) {
            T read = reading.apply(value);
            return order == SortOrder.DESC
                    ? DSL.row(field, user).lt(read, userId)
                    : DSL.row(field, user).gt(read, userId);
        }
    }

    static <T> SortRun ofValues(Field<T> column, Function<String, T> reading, boolean canBeMissing) {
        return new SortRun(
                "",
                canBeMissing ? column.isNotNull() : DSL.noCondition(),
                List.of(column),
                Optional.of(new Key<>(column, reading)),
                true);
    }

    static SortRun ofMissing(Field<?> column) {
        return new SortRun(MISSING, column.isNull(), List.of(column), Optional.empty(), true);
    }

    /** All with one code, the greatest net amount first whichever way the codes go. */
    static SortRun ofCode(Field<String> column, String code, Key<Long> net) {
        return new SortRun(code + ":", column.eq(DSL.inline(code)), List.of(net.field()), Optional.of(net), false);
    }

    static SortRun ofNoCode(Field<String> column, Key<Long> net) {
        return new SortRun(MISSING + ":", column.isNull(), List.of(column, net.field()), Optional.of(net), false);
    }

    /** The way its rows are read. */
    SortOrder order(boolean descending, boolean backwards) {
        return (!turning || descending) != backwards ? SortOrder.DESC : SortOrder.ASC;
    }

    List<SortField<?>> sorting(SortOrder order, Field<Long> user) {
        List<SortField<?>> sorting = new java.util.ArrayList<>();
        by.forEach(field -> sorting.add(field.sort(order)));
        sorting.add(user.sort(order));
        return sorting;
    }

    /** Whether a place is in this run. */
    boolean holds(String place) {
        return prefix.isEmpty()
                ? !place.equals(MISSING)
                : key.isPresent() ? place.startsWith(prefix) : place.equals(prefix);
    }

    /** What comes after a place in this run. */
    Condition beyond(String place, Field<Long> user, long userId, SortOrder order) {
        return key.map(known -> known.beyond(place.substring(prefix.length()), user, userId, order))
                .orElseGet(() -> order == SortOrder.DESC ? user.lt(userId) : user.gt(userId));
    }

    /** What tells a row's place, to be read with it. */
    Field<?> placeField() {
        return key.<Field<?>>map(Key::field).orElse(DSL.inline("")).as(KEY);
    }

    String placeOf(Record found) {
        return prefix + (key.isPresent() ? String.valueOf(found.get(KEY)) : "");
    }
}
