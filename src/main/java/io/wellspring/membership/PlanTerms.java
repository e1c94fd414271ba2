package io.wellspring.membership;

import io.wellspring.shared.Money;
import java.util.Locale;

/**
 * What a plan says.
 *
 * @param price of one term
 * @param tierNumber the tier it gives entry to, by its number through all versions
 * @throws PlanUnfit if a name is missing or too long, or the price is none
 */
public record PlanTerms(String nameEn, String nameZh, Money price, TermLength term, int tierNumber) {

    static final int LONGEST_NAME = 60;
    static final Money HIGHEST_PRICE = new Money(100_000_000_000L);

    public PlanTerms {
        nameEn = nameEn.strip();
        nameZh = nameZh.strip();
        requireName(nameEn, "nameEn");
        requireName(nameZh, "nameZh");
        if (price.compareTo(Money.ZERO) < 0 || price.compareTo(HIGHEST_PRICE) > 0) {
            throw new PlanUnfit("price");
        }
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }

    private static void requireName(String name, String field) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new PlanUnfit(field);
        }
    }
}
