package io.wellspring.segments;

import io.wellspring.profiles.Operator;
import io.wellspring.profiles.ProfileField;
import io.wellspring.segments.People.Deed;
import io.wellspring.segments.People.Person;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides about one person after the other, straight from what happened, by the words of a rule and nothing that SQL is made of. */
final class NaiveEvaluator {

    private final LocalDate asOf;
    private final Map<Long, Set<Person>> members;

    NaiveEvaluator(LocalDate asOf, Map<Long, Set<Person>> members) {
        this.asOf = asOf;
        this.members = members;
    }

    boolean satisfies(Person person, Rule rule) {
        return switch (rule) {
            case Rule.All all -> all.parts().stream().allMatch(part -> satisfies(person, part));
            case Rule.Any any -> any.parts().stream().anyMatch(part -> satisfies(person, part));
            case Rule.None none -> none.parts().stream().noneMatch(part -> satisfies(person, part));
            case Rule.Field field ->
                compare(
                        value(person, field.test().field()),
                        field.test().operator(),
                        field.test().values());
            case Rule.Attribute attribute ->
                compare(
                        attribute(person, attribute.test().code()),
                        attribute.test().operator(),
                        attribute.test().values());
            case Rule.Tagged tagged ->
                switch (tagged.having()) {
                    case ANY -> tagged.tags().stream().anyMatch(person.tags::contains);
                    case ALL -> person.tags.containsAll(tagged.tags());
                    case NONE -> tagged.tags().stream().noneMatch(person.tags::contains);
                };
            case Rule.Member member ->
                members.getOrDefault(member.segment(), Set.of()).contains(person) == member.in();
            case Rule.Did did -> did.satisfiedBy(BigDecimal.valueOf(done(person, did)));
            case Rule.Moment moment ->
                compare(
                        moment(person, moment),
                        moment.test().operator(),
                        moment.test().values());
            case Rule.Birthday birthday -> birthday(person, birthday.days());
        };
    }

    private @Nullable LocalDate moment(Person person, Rule.Moment asked) {
        Comparator<LocalDate> earliest = asked.first() ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return in(person.activity.getOrDefault(asked.type(), List.of()), new When.Ever()).stream()
                .map(deed -> deed.at().toLocalDate())
                .min(earliest)
                .orElse(null);
    }

    private long done(Person person, Rule.Did did) {
        return switch (did.deed()) {
            case ORDERS -> in(person.orders, did.when()).size();
            case REFUNDS -> in(person.refunds, did.when()).size();
            case SPENT -> Person.sum(in(person.orders, did.when())) - Person.sum(in(person.refunds, did.when()));
            case ACTIVITY -> Person.sum(in(person.activity.getOrDefault(did.type(), List.of()), did.when()));
        };
    }

    private List<Deed> in(List<Deed> deeds, When when) {
        return deeds.stream()
                .filter(deed -> !deed.at().toLocalDate().isAfter(asOf))
                .filter(deed -> {
                    LocalDate day = deed.at().toLocalDate();
                    return switch (when) {
                        case When.Ever ever -> true;
                        case When.LastDays last -> day.isAfter(asOf.minusDays(last.days()));
                        case When.Between between -> !day.isBefore(between.from()) && !day.isAfter(between.to());
                        case When.This self ->
                            switch (self.unit()) {
                                case WEEK -> monday(day).equals(monday(asOf));
                                case MONTH -> day.getYear() == asOf.getYear() && day.getMonth() == asOf.getMonth();
                                case YEAR -> day.getYear() == asOf.getYear();
                            };
                    };
                })
                .toList();
    }

    private static LocalDate monday(LocalDate day) {
        LocalDate found = day;
        while (found.getDayOfWeek() != DayOfWeek.MONDAY) {
            found = found.minusDays(1);
        }
        return found;
    }

    private boolean birthday(Person person, int days) {
        if (person.birthday == null) {
            return false;
        }
        for (int i = 0; i < days; i++) {
            LocalDate day = asOf.plusDays(i);
            LocalDate kept = person.birthday.withYear(2000).withYear(day.getYear());
            if (kept.equals(day)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Object attribute(Person person, String code) {
        Object value = person.attributes.get(code);
        if (value instanceof Integer number) {
            return BigDecimal.valueOf(number);
        }
        return code.equals("since") && value instanceof String text ? LocalDate.parse(text) : value;
    }

    private @Nullable Object value(Person person, ProfileField field) {
        return switch (field) {
            case CHANNEL -> person.channel;
            case CITY -> person.city;
            case REGISTERED_ON -> person.registered;
            case HAS_PHONE -> person.phone;
            case ORDERS -> BigDecimal.valueOf(person.orderCount());
            case NET -> BigDecimal.valueOf(person.net(), 2);
            case AVERAGE_ORDER ->
                person.orderCount() == 0
                        ? null
                        : BigDecimal.valueOf(person.net(), 2)
                                .divide(BigDecimal.valueOf(person.orderCount()), java.math.MathContext.DECIMAL128);
            case LAST_ORDER_ON -> person.lastOrder().orElse(null);
            case AGE ->
                Optional.ofNullable(person.birthday)
                        .map(born -> BigDecimal.valueOf(
                                java.time.Period.between(born, asOf).getYears()))
                        .orElse(null);
            default -> throw new IllegalArgumentException("Not asked by chance: " + field);
        };
    }

    private boolean compare(@Nullable Object value, Operator operator, List<String> values) {
        if (value == null) {
            return operator == Operator.NOT_FILLED_IN || operator == Operator.IS_NONE_OF;
        }
        return switch (operator) {
            case FILLED_IN -> true;
            case NOT_FILLED_IN -> false;
            case IS_ANY_OF -> values.contains(value.toString());
            case IS_NONE_OF -> !values.contains(value.toString());
            case YES -> value.equals(true);
            case NO -> value.equals(false);
            case AT_LEAST -> number(value).compareTo(new BigDecimal(values.getFirst())) >= 0;
            case AT_MOST -> number(value).compareTo(new BigDecimal(values.getFirst())) <= 0;
            case EXACTLY -> number(value).compareTo(new BigDecimal(values.getFirst())) == 0;
            case BETWEEN ->
                value instanceof LocalDate day
                        ? !day.isBefore(LocalDate.parse(values.get(0))) && !day.isAfter(LocalDate.parse(values.get(1)))
                        : number(value).compareTo(new BigDecimal(values.get(0))) >= 0
                                && number(value).compareTo(new BigDecimal(values.get(1))) <= 0;
            case SINCE -> !((LocalDate) value).isBefore(LocalDate.parse(values.getFirst()));
            case UNTIL -> !((LocalDate) value).isAfter(LocalDate.parse(values.getFirst()));
            case IN_LAST_DAYS -> {
                LocalDate day = (LocalDate) value;
                yield !day.isAfter(asOf) && day.isAfter(asOf.minusDays(Long.parseLong(values.getFirst())));
            }
            case LONGER_AGO_THAN_DAYS ->
                !((LocalDate) value).isAfter(asOf.minusDays(Long.parseLong(values.getFirst())));
        };
    }

    private static BigDecimal number(Object value) {
        return (BigDecimal) value;
    }
}
