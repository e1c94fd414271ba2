package io.wellspring.audit.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What entries are about, which begin with what kind of thing that is, as the reader calls it: {@code user 5}. */
@Component
@RequiredArgsConstructor
class SubjectText {

    /** As entries keep them; those of several words before those they begin with. */
    static final List<String> KINDS = List.of(
                    "attribute",
                    "benefit",
                    "check-ins",
                    "demo",
                    "earning rule",
                    "grant",
                    "import",
                    "job run",
                    "lifecycle thresholds",
                    "list view",
                    "mapping",
                    "mappings",
                    "plan",
                    "points",
                    "reward",
                    "RFM as of",
                    "RFM model",
                    "segment",
                    "staff",
                    "tag",
                    "tag group",
                    "tier programme",
                    "token",
                    "user",
                    "users")
            .stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    /** Where those are looked at that have a page of their own; with their number at the end. Users may be gone with an import that was undone. */
    static final Map<String, String> PAGES = Map.of(
            "benefit", "/benefits/",
            "earning rule", "/points/rules/",
            "grant", "/points/grants/",
            "import", "/imports/",
            "plan", "/tiers/plans/",
            "reward", "/rewards/",
            "segment", "/segments/",
            "tier programme", "/tiers/versions/",
            "user", "/users/");

    private static final Pattern NUMBERED = Pattern.compile("(\\D+) ([1-9]\\d{0,17})( .*)?");

    private final MessageSource messages;

    String shown(String kept, Locale locale) {
        return KINDS.stream()
                .filter(kind -> begins(kept, kind))
                .findFirst()
                .map(kind -> name(kind, locale) + kept.substring(kind.length()))
                .orElse(kept);
    }

    /** What entries keep where the reader asks for the beginning of a subject; kinds may also be asked for as they are kept. */
    String kept(String asked, Locale locale) {
        return KINDS.stream()
                .filter(kind -> begins(asked, name(kind, locale)))
                .max(Comparator.comparing(kind -> name(kind, locale).length()))
                .map(kind -> kind + asked.substring(name(kind, locale).length()))
                .orElse(asked);
    }

    /** The page of what an entry is about, if its kind has any. */
    static Optional<String> page(String kept) {
        Matcher numbered = NUMBERED.matcher(kept);
        return numbered.matches()
                ? Optional.ofNullable(PAGES.get(numbered.group(1))).map(path -> path + numbered.group(2))
                : Optional.empty();
    }

    static String key(String kind) {
        return "audit.kind." + kind.replace(' ', '-').toLowerCase(Locale.ROOT);
    }

    private String name(String kind, Locale locale) {
        return messages.getMessage(key(kind), null, locale);
    }

    private static boolean begins(String text, String kind) {
        return text.equals(kind) || text.startsWith(kind + " ");
    }
}
