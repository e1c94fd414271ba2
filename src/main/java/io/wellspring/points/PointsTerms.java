package io.wellspring.points;

import io.wellspring.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What admins decide about points.
 *
 * @param adjustmentLimit how much one manager may adjust one user by on one business day without a second
 * @param perUnit so many points are worth one unit of the currency
 * @param cashPercent how many percent of an order points may pay; 0 is none of it
 * @param grantLimit how much one manager may grant on one business day without a second, all users together
 * @throws SettingOutOfRange if one of them is none that can be used
 */
public record PointsTerms(long adjustmentLimit, long perUnit, int cashPercent, long grantLimit) {

    static final PointsTerms USUAL = new PointsTerms(1000, 100, 0, 100_000);
    static final long MOST_PER_UNIT = 1_000_000;

    public PointsTerms {
        if (adjustmentLimit < 0 || adjustmentLimit > Points.MOST) {
            throw new SettingOutOfRange("adjustmentLimit", 0, Points.MOST);
        }
        if (perUnit < 1 || perUnit > MOST_PER_UNIT) {
            throw new SettingOutOfRange("perUnit", 1, MOST_PER_UNIT);
        }
        if (cashPercent < 0 || cashPercent > 100) {
            throw new SettingOutOfRange("cashPercent", 0, 100);
        }
        if (grantLimit < 0 || grantLimit > Points.MOST) {
            throw new SettingOutOfRange("grantLimit", 0, Points.MOST);
        }
    }

    /** What so many points are worth, to the nearest minor unit. */
    public Money worth(long points, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return Money.of(
                BigDecimal.valueOf(points).divide(BigDecimal.valueOf(perUnit), digits, RoundingMode.HALF_UP), currency);
    }
}
