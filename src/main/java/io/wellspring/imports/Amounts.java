package io.wellspring.imports;

import io.wellspring.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts of money as files write them. */
final class Amounts {

    private static final Pattern SIGNS_OF_MONEY =
            Pattern.compile("(?i)cny|rmb|usd|gbp|eur|jpy|hkd|[¥￥$£€元]|\\p{Sc}|[\\s\\u00a0\\u202f']");
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern GROUPED_BY_POINT = Pattern.compile("\\d{1,3}(\\.\\d{3})+(,\\d*)?");
    static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d*)?|\\.\\d+");

    /** A trillion: no order is as much, and the sums of very many that are still fit into what they are kept in. */
    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);

    private static final int LONGEST = 40;

    /** So short that nothing overflows and nothing is above a trillion. */
    private static final int PLAIN_LENGTH = 12;

    private static final long NOT_PLAIN = Long.MIN_VALUE;

    private Amounts() {}

    /**
     * Reads {@code 1234.5}, {@code ¥1,234.50}, {@code -12.00}, {@code (12.00)}, {@code 1.234,50 €}; digits beyond the currency's smallest unit
     * are rounded half up.
     *
     * @return empty if the text is no amount, is more than a trillion, or its commas and points do not stand where this sign would put them
     */
    static Optional<Money> parse(String text, DecimalSign decimal, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        long plain = plain(text, decimal == DecimalSign.POINT ? '.' : ',', digits);
        if (plain != NOT_PLAIN) {
            return Optional.of(new Money(plain));
        }
        String bare = SIGNS_OF_MONEY
                .matcher(text)
                .replaceAll("")
                .replace('−', '-')
                .replace('，', ',')
                .toUpperCase(Locale.ROOT);
        boolean negative = false;
        if (bare.startsWith("(") && bare.endsWith(")")) {
            negative = true;
            bare = bare.substring(1, bare.length() - 1);
        } else if (bare.startsWith("-") || bare.startsWith("+")) {
            negative = bare.startsWith("-");
            bare = bare.substring(1);
        } else if (bare.endsWith("-")) {
            negative = true;
            bare = bare.substring(0, bare.length() - 1);
        }
        String number = withPoint(bare, decimal);
        if (!PLAIN.matcher(number).matches() || number.length() > LONGEST) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(number).setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
        if (amount.compareTo(MOST) > 0) {
            return Optional.empty();
        }
        return Optional.of(Money.of(negative ? amount.negate() : amount, currency));
    }

    static String withPoint(String bare, DecimalSign decimal) {
        return switch (decimal) {
            case POINT -> GROUPED_BY_COMMA.matcher(bare).matches() ? bare.replace(",", "") : bare;
            case COMMA ->
                (GROUPED_BY_POINT.matcher(bare).matches()
                                ? bare.replace(".", "")
                                : bare.contains(".") ? "no amount" : bare)
                        .replace(',', '.');
        };
    }
}
