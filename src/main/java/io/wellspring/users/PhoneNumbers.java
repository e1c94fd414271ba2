package io.wellspring.users;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Phone numbers as the world writes them, and as Wellspring keeps them: E.164. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * The number in E.164.
     *
     * @param text as written; a number without country code belongs to {@code region}
     * @param region ISO 3166 code
     * @return empty if it is no valid number there
     */
    public static Optional<String> normalise(String text, String region) {
        try {
            PhoneNumber number = NUMBERS.parse(text, region);
            return NUMBERS.isValidNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Every region a number can belong to, in order of its code. */
    public static List<String> regions() {
        return NUMBERS.getSupportedRegions().stream().sorted().toList();
    }

    /** The region that phone numbers without country code most likely belong to, judging by the currency; China if nothing says more. */
    public static String regionOf(Currency currency) {
        String country = currency.getCurrencyCode().substring(0, 2);
        return NUMBERS.getSupportedRegions().contains(country) ? country : "CN";
    }
}
