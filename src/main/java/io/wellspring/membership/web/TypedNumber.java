package io.wellspring.membership.web;

import io.wellspring.shared.web.WideText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them. A comma stands between thousands and nowhere else: what could mean two numbers is none. */
final class TypedNumber {

    private static final Pattern CLEAR = Pattern.compile("[+-]?(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,6})?");

    private TypedNumber() {}

    /** The number without commas; empty if it is not clearly one. */
    static Optional<String> bare(String typed) {
        String number = WideText.narrow(typed).replace('−', '-');
        return CLEAR.matcher(number).matches() ? Optional.of(number.replace(",", "")) : Optional.empty();
    }
}
