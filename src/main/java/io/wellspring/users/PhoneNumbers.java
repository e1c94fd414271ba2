package io.wellspring.users;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as the world writes them, and as Wellspring keeps them: E.164. */
public final class PhoneNumbers {

    /**
     * China opens new ranges of mobile numbers faster than the library learns of them; the shape of all of them is settled (numbering
     * plan of the MIIT: eleven digits, 13 to 19 in front).
     */
    private static final Pattern CHINESE_MOBILE = Pattern.compile("1[3-9]\\d{9}");

    private static final int CHINA = 86;

    private static final Pattern BEGINS = Pattern.compile("(?i)\\s*(tel:)?\\s*[(（+＋\\p{Nd}]");

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
        if (region.equals("CN") && CHINESE_MOBILE.matcher(text).matches()) {
            // What a million rows of a Chinese file say needs no parsing.
            return Optional.of("+" + CHINA + text);
        }
        if (!BEGINS.matcher(text).lookingAt()) {
            // The library would leave out whatever stands before the first digit.
            return Optional.empty();
        }
        try {
            PhoneNumber number = NUMBERS.parse(text, region);
            return NUMBERS.isValidNumber(number) || isChineseMobile(number)
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

    private static boolean isChineseMobile(PhoneNumber number) {
        return number.getCountryCode() == CHINA
                && CHINESE_MOBILE
                        .matcher(NUMBERS.getNationalSignificantNumber(number))
                        .matches();
    }
}
