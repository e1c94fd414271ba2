package io.wellspring.segments;

import io.wellspring.profiles.FieldKind;
import io.wellspring.profiles.FieldTest;
import io.wellspring.profiles.Operator;
import io.wellspring.profiles.ProfileField;
import io.wellspring.profiles.UnreadableTest;
import io.wellspring.segments.Flaw.Box;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what was typed into a condition, and says of what means nothing there what was expected instead. */
record RuleValues(Currency currency) {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,13}(\\.\\d{1,9})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final BigDecimal EXAMPLE = new BigDecimal("12.5");

    /** An amount in minor units, below zero too: who was given back more than was paid has spent less than nothing. */
    long amount(String value) {
        try {
            if (AMOUNT.matcher(value).matches()) {
                return new BigDecimal(value)
                        .movePointRight(currency.getDefaultFractionDigits())
                        .longValueExact();
            }
        } catch (ArithmeticException finerThanTheCurrency) {
            throw new FlawFound(noAmount(Set.of(Box.VALUE)));
        }
        throw new FlawFound(noAmount(Set.of(Box.VALUE)));
    }

    /** How often something was done. */
    static long times(String value, Rule.Comparison comparison) {
        if (!WHOLE.matcher(value).matches()) {
            boolean below =
                    value.startsWith("-") && WHOLE.matcher(value.substring(1)).matches();
            throw new FlawFound(Flaw.of(below ? Fault.BELOW_ZERO : Fault.NO_WHOLE_NUMBER, Box.VALUE));
        }
        long times = Long.parseLong(value);
        if (times == 0 && comparison == Rule.Comparison.AT_LEAST) {
            throw new FlawFound(Flaw.of(Fault.AT_LEAST_ONE, Box.VALUE));
        }
        return times;
    }

    /** A number of days, from 1 on. */
    static int days(String value, Box box, int most) {
        if (WHOLE.matcher(value).matches()) {
            int days = Integer.parseInt(value);
            if (days >= 1 && days <= most) {
                return days;
            }
        }
        throw new FlawFound(Flaw.of(Fault.NO_DAYS, box, Integer.toString(most)));
    }

    static When when(String text) {
        if (text.startsWith("last:")) {
            return new When.LastDays(days(text.substring(5), Box.DAYS, When.MOST_DAYS));
        }
        int dots = text.indexOf("..");
        if (dots < 0) {
            return When.of(text).orElseThrow(() -> new FlawFound(Fault.UNREADABLE_VALUE));
        }
        String from = text.substring(0, dots);
        String to = text.substring(dots + 2);
        if (from.isBlank() || to.isBlank()) {
            throw new FlawFound(Fault.UNFINISHED);
        }
        LocalDate first = day(from, Box.FIRST_DAY);
        LocalDate last = day(to, Box.LAST_DAY);
        if (last.isBefore(first)) {
            throw new FlawFound(new Flaw(Fault.DAYS_REVERSED, Set.of(Box.FIRST_DAY, Box.LAST_DAY), List.of()));
        }
        return new When.Between(first, last);
    }

    private static LocalDate day(String text, Box box) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException noSuchDay) {
            throw new FlawFound(Flaw.of(Fault.NO_SUCH_DAY, box, text));
        }
        throw new FlawFound(Flaw.of(Fault.NO_SUCH_DAY, box, text));
    }

    /** What is wrong with a condition that profiles refuse. */
    Flaw flaw(UnreadableTest refused, RuleNode node) {
        boolean two = node.op().equals(Operator.BETWEEN.name());
        Set<Box> boxes = refused.places().stream()
                .map(place -> two && place == 1 ? Box.SECOND_VALUE : Box.VALUE)
                .collect(Collectors.toSet());
        return switch (refused.expected()) {
            case FITTING -> new Flaw(Fault.UNREADABLE_VALUE, boxes, List.of());
            case NUMBER -> isMoney(node) ? noAmount(boxes) : new Flaw(Fault.NO_NUMBER, boxes, List.of());
            case DAYS -> new Flaw(Fault.NO_DAYS, boxes, List.of(Integer.toString(FieldTest.MOST_DAYS)));
            case DAY ->
                new Flaw(
                        Fault.NO_SUCH_DAY,
                        boxes,
                        List.of(node.values().get(refused.places().getFirst())));
            case ORDER ->
                new Flaw(
                        DAY.matcher(node.values().getFirst()).matches() ? Fault.DAYS_REVERSED : Fault.NUMBERS_REVERSED,
                        boxes,
                        List.of());
        };
    }

    private static boolean isMoney(RuleNode node) {
        Optional<ProfileField> field =
                node.kind() == RuleNode.Kind.FIELD ? ProfileField.of(node.what()) : Optional.empty();
        return field.filter(one -> one.kind() == FieldKind.MONEY).isPresent();
    }

    private Flaw noAmount(Set<Box> boxes) {
        int digits = currency.getDefaultFractionDigits();
        BigDecimal example = EXAMPLE.setScale(digits, java.math.RoundingMode.DOWN);
        return new Flaw(Fault.NO_AMOUNT, boxes, List.of(example.toPlainString()));
    }
}
