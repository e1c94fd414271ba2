package io.wellspring.lifecycle.web;

import io.wellspring.lifecycle.Thresholds;
import io.wellspring.lifecycle.ThresholdsVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Thresholds as somebody typed them.
 *
 * @param values field → text
 * @param errors field → message code
 */
record ThresholdsForm(Map<String, String> values, Map<String, String> errors) {

    /** A field and what it may be. */
    record Field(String name, BigDecimal least, BigDecimal most, boolean whole) {

        static Field whole(String name, int least, int most) {
            return new Field(name, BigDecimal.valueOf(least), BigDecimal.valueOf(most), true);
        }

        static Field factor(String name) {
            return new Field(name, BigDecimal.ONE, BigDecimal.valueOf(100), false);
        }

        boolean takes(BigDecimal value) {
            return value.compareTo(least) >= 0
                    && value.compareTo(most) <= 0
                    && value.stripTrailingZeros().scale() <= (whole ? 0 : 2);
        }
    }

    static final List<Field> FIELDS = List.of(
            Field.whole("newDays", 1, 3650),
            Field.whole("returnedDays", 1, 3650),
            Field.factor("slipFactor"),
            Field.factor("dormantFactor"),
            Field.whole("dormantDays", 1, 3650),
            Field.whole("lostDays", 1, 3650),
            Field.whole("matureOrders", 2, 1000),
            Field.whole("windowDays", 1, 3650));

    static final String VALID_FROM = "validFrom";

    /** Before the name of a field: what another version says of it. */
    private static final String STORED = "stored-";

    private static final String SEEN = "seen";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(\\.\\d{1,4})?");

    static ThresholdsForm typed(Map<String, String> values) {
        Map<String, String> stripped = new HashMap<>();
        values.forEach((field, value) -> {
            if (!field.startsWith(STORED)) {
                stripped.put(field, value.strip());
            }
        });
        return new ThresholdsForm(stripped, new LinkedHashMap<>());
    }

    /** What the next version starts from: the values of the one before, from the as-of day on. */
    static ThresholdsForm startingFrom(Optional<ThresholdsVersion> newest, LocalDate asOf) {
        Map<String, String> values = valuesOf(newest);
        values.put(VALID_FROM, asOf.toString());
        return new ThresholdsForm(values, new LinkedHashMap<>());
    }

    /** What was typed, in a form for the version after the newest one; what that says otherwise is beside it. */
    ThresholdsForm over(Optional<ThresholdsVersion> newest) {
        Map<String, String> stored = valuesOf(newest);
        Map<String, String> again = new HashMap<>(values);
        stored.forEach((field, value) -> {
            if (!value.equals(value(field))) {
                again.put(STORED + field, value);
            }
        });
        again.put(SEEN, stored.getOrDefault(SEEN, ""));
        return new ThresholdsForm(again, errors);
    }

    private static Map<String, String> valuesOf(Optional<ThresholdsVersion> newest) {
        Thresholds thresholds = newest.map(ThresholdsVersion::thresholds).orElseGet(Thresholds::usual);
        Map<String, String> values = new HashMap<>();
        values.put(SEEN, Integer.toString(newest.map(ThresholdsVersion::version).orElse(ThresholdsVersion.FIRST)));
        values.put("newDays", Integer.toString(thresholds.newDays()));
        values.put("returnedDays", Integer.toString(thresholds.returnedDays()));
        values.put("slipFactor", thresholds.slipFactor().toPlainString());
        values.put("dormantFactor", thresholds.dormantFactor().toPlainString());
        values.put("dormantDays", Integer.toString(thresholds.dormantDays()));
        values.put("lostDays", Integer.toString(thresholds.lostDays()));
        values.put("matureOrders", Integer.toString(thresholds.matureOrders()));
        values.put("windowDays", Integer.toString(thresholds.windowDays()));
        return values;
    }

    /** The newest version when the form was made; no version if that cannot be read. */
    int seen() {
        return value(SEEN).matches("\\d{1,9}") ? Integer.parseInt(value(SEEN)) : 0;
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What the newest version says of a field, if somebody else has made it meanwhile and it is not what was typed. */
    public String stored(String field) {
        return values.getOrDefault(STORED + field, "");
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** From which day on; empty if it cannot be read, which then is in {@link #errors()}. */
    Optional<LocalDate> validFrom() {
        try {
            LocalDate day = LocalDate.parse(value(VALID_FROM));
            if (day.getYear() >= 1900 && day.getYear() < 2200) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            // Said below, as for a day that is out of the question.
        }
        errors.put(VALID_FROM, "lifecycle.thresholds.invalid-day");
        return Optional.empty();
    }

    /**
     * The thresholds; empty if the form has errors, which then are in {@link #errors()}.
     *
     * @throws io.wellspring.lifecycle.ThresholdsOutOfOrder if a later stage would not begin later
     */
    Optional<Thresholds> draft() {
        Map<String, BigDecimal> numbers = new HashMap<>();
        for (Field field : FIELDS) {
            String text = value(field.name());
            if (NUMBER.matcher(text).matches() && field.takes(new BigDecimal(text))) {
                numbers.put(field.name(), new BigDecimal(text));
            } else {
                errors.put(field.name(), field.whole() ? "lifecycle.thresholds.whole" : "lifecycle.thresholds.factor");
            }
        }
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Thresholds(
                whole(numbers, "newDays"),
                whole(numbers, "returnedDays"),
                number(numbers, "slipFactor"),
                number(numbers, "dormantFactor"),
                whole(numbers, "dormantDays"),
                whole(numbers, "lostDays"),
                whole(numbers, "matureOrders"),
                whole(numbers, "windowDays")));
    }

    private static int whole(Map<String, BigDecimal> numbers, String field) {
        return number(numbers, field).intValueExact();
    }

    private static BigDecimal number(Map<String, BigDecimal> numbers, String field) {
        return numbers.getOrDefault(field, BigDecimal.ZERO);
    }
}
