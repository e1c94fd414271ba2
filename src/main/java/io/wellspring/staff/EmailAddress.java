package io.wellspring.staff;

import java.util.Locale;
import java.util.regex.Pattern;

/** The e-mail address a member of staff logs in with, in lower case. */
record EmailAddress(String text) {

    private static final Pattern SHAPE = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int LONGEST = 254;

    EmailAddress {
        text = text.strip().toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            throw new NotAnEmail();
        }
    }

    /** As it would be stored, whether or not it is one. */
    static String lowered(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
