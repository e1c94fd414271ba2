package io.wellspring.points.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A business key as people read it: other systems have keys of their own, beside which the token stands that sent them.
 *
 * @param token what the token is called; empty where no other system wrote
 */
record KeyText(Optional<String> token, String key) {

    private static final Pattern OF_TOKEN = Pattern.compile("(?:reward:)?api:\\d+:(.*)");
    private static final String BY_TOKEN = "token ";

    /** @param by who wrote the entry */
    static KeyText of(String whole, String by) {
        Matcher sent = OF_TOKEN.matcher(whole);
        return sent.matches() && by.startsWith(BY_TOKEN)
                ? new KeyText(Optional.of(by.substring(BY_TOKEN.length())), sent.group(1))
                : new KeyText(Optional.empty(), whole);
    }
}
