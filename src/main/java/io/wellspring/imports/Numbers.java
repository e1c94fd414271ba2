package io.wellspring.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plain numbers as files write them: no signs of money, no powers of ten. */
final class Numbers {

    static final int DECIMALS = 6;

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f']");
    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);
    private static final int LONGEST = 40;

    private Numbers() {}

    /**
     * Reads {@code 38.5}, {@code -1,234}, {@code 1.234,5}; more than six decimals are rounded half up.
     *
     * @return empty if the text is no number, is beyond a thousand trillion, or its commas and points do not stand where this sign would put them
     */
    static Optional<BigDecimal> parse(String text, DecimalSign decimal) {
        String bare = SPACES.matcher(text).replaceAll("").replace('−', '-');
        boolean negative = bare.startsWith("-");
        String digits = negative || bare.startsWith("+") ? bare.substring(1) : bare;
        String number = Amounts.withPoint(digits, decimal);
        if (!Amounts.PLAIN.matcher(number).matches() || number.length() > LONGEST) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(number).setScale(DECIMALS, RoundingMode.HALF_UP);
        if (value.compareTo(MOST) > 0) {
            return Optional.empty();
        }
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        BigDecimal whole = plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
        return Optional.of(negative ? whole.negate() : whole);
    }
}
