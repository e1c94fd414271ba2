package io.wellspring.profiles;

import java.util.Locale;
import org.jooq.Condition;

/**
 * What another module can narrow the list of users by: a parameter of its address. Modules behind this one implement it, so that their
 * users are shown, sorted, exported and acted upon in the one list there is.
 */
public interface ListNarrowing {

    /** What it is called in an address. */
    String parameter();

    /**
     * What a profile {@code p} must satisfy.
     *
     * @throws io.wellspring.shared.Refusal if the value means nothing; dropping it would show users nobody asked for
     */
    Condition condition(String value);

    /** The value in words. */
    String described(String value, Locale locale);
}
