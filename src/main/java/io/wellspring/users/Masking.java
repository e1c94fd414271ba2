package io.wellspring.users;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Personal data as screens show it: enough to recognise, too little to use. */
final class Masking {

    private static final String CHINA = "+86";

    private Masking() {}

    /** {@code 王小明} as {@code 王**}, {@code Ann Smith} as {@code A** S**}. */
    static @Nullable String name(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(name.strip().split("\\s+"))
                .map(part -> Character.toString(part.codePointAt(0)) + "**")
                .collect(Collectors.joining(" "));
    }

    /** {@code +8613812342210} as {@code 138****2210}; other countries keep their code and the last four digits. */
    static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        String last = phone.substring(Math.max(0, phone.length() - 4));
        if (phone.startsWith(CHINA) && phone.length() == 14) {
            return phone.substring(3, 6) + "****" + last;
        }
        return phone.substring(0, Math.min(2, phone.length())) + "****" + last;
    }

    /** {@code ann@example.com} as {@code a***@example.com}. */
    static @Nullable String email(@Nullable String email) {
        if (email == null) {
            return null;
        }
        int at = email.indexOf('@');
        return at < 1 ? "***" : email.substring(0, 1) + "***" + email.substring(at);
    }
}
