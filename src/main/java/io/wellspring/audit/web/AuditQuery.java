package io.wellspring.audit.web;

import io.wellspring.audit.AuditFilter;
import io.wellspring.shared.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of the list asks for. What it cannot be understood to ask finds nothing, and is told; only an entry to go on after that cannot be
 * is not asked.
 *
 * @param who a staff id, or {@code system}
 * @param from the first business date
 * @param to the last business date
 * @param after the entry the page before ended with
 */
record AuditQuery(String who, String action, String subject, String from, String to, String after) {

    AuditQuery {
        who = text(who);
        action = text(action);
        subject = text(subject);
        from = text(from);
        to = text(to);
        after = text(after);
    }

    /** @param about what the subject begins with, as entries keep it */
    AuditFilter filter(String about, BusinessClock clock) {
        return new AuditFilter(
                number(who),
                who.equals("system"),
                some(action),
                some(about),
                date(from).map(clock::startOf),
                date(to).map(last -> lastInstant(last, clock)),
                number(after));
    }

    /** What of it cannot be understood, as the message that says so. */
    List<String> unclear() {
        List<String> unclear = new ArrayList<>();
        if (!who.isEmpty() && !who.equals("system") && number(who).isEmpty()) {
            unclear.add("audit.unclear.who");
        }
        if (!from.isEmpty() && date(from).isEmpty()) {
            unclear.add("audit.unclear.from");
        }
        if (!to.isEmpty() && date(to).isEmpty()) {
            unclear.add("audit.unclear.to");
        }
        if (date(from).flatMap(first -> date(to).filter(first::isAfter)).isPresent()) {
            unclear.add("audit.unclear.days");
        }
        return unclear;
    }

    public boolean isNarrow() {
        return !(who + action + subject + from + to).isEmpty();
    }

    /** The same question from another entry on, going back in time. */
    public String following(long entry) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit");
        some(who).ifPresent(value -> address.queryParam("who", "{who}"));
        some(action).ifPresent(value -> address.queryParam("action", "{action}"));
        some(subject).ifPresent(value -> address.queryParam("subject", "{subject}"));
        some(from).ifPresent(value -> address.queryParam("from", "{from}"));
        some(to).ifPresent(value -> address.queryParam("to", "{to}"));
        return address.queryParam("after", entry)
                .encode()
                .buildAndExpand(Map.of("who", who, "action", action, "subject", subject, "from", from, "to", to))
                .toUriString();
    }

    private static Instant lastInstant(LocalDate last, BusinessClock clock) {
        return clock.startOf(last.plusDays(1));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static Optional<String> some(String typed) {
        return Optional.of(typed).filter(Predicate.not(String::isEmpty));
    }

    private static Optional<Long> number(String typed) {
        return some(typed).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return some(typed).map(LocalDate::parse).filter(day -> day.getYear() > 0 && day.getYear() < 10_000);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
