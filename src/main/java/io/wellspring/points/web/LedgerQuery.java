package io.wellspring.points.web;

import io.wellspring.points.EntryKind;
import io.wellspring.points.LedgerFilter;
import io.wellspring.points.LedgerPage;
import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of the search asks for. What it cannot be understood to ask finds nothing, and is told; only a place to go on below that
 * cannot be is not asked.
 *
 * @param user a number, external id, phone, e-mail or the beginning of a name
 * @param from the first business day
 * @param to the last business day
 * @param below where the page before ended
 */
record LedgerQuery(String user, String kind, String key, String from, String to, String below) {

    LedgerQuery {
        user = text(user);
        kind = text(kind);
        key = text(key);
        from = text(from);
        to = text(to);
        below = text(below);
    }

    LedgerFilter filter(Optional<UserId> found) {
        return new LedgerFilter(
                found,
                EntryKind.ALL.stream().filter(one -> one.name().equals(kind)).findFirst(),
                Optional.of(key).filter(text -> !text.isEmpty()),
                day(from).orElse(LedgerFilter.EARLIEST),
                day(to).orElse(LedgerFilter.LATEST),
                place());
    }

    /** What of it cannot be understood, as the message that says so. */
    List<String> unclear() {
        List<String> unclear = new ArrayList<>();
        if (!kind.isEmpty()
                && EntryKind.ALL.stream().noneMatch(one -> one.name().equals(kind))) {
            unclear.add("points.ledger.unclear.kind");
        }
        if (!from.isEmpty() && day(from).isEmpty()) {
            unclear.add("points.ledger.unclear.from");
        }
        if (!to.isEmpty() && day(to).isEmpty()) {
            unclear.add("points.ledger.unclear.to");
        }
        if (day(from).flatMap(first -> day(to).filter(first::isAfter)).isPresent()) {
            unclear.add("points.ledger.unclear.days");
        }
        return unclear;
    }

    public boolean narrow() {
        return !(user + kind + key + from + to).isEmpty();
    }

    public boolean later() {
        return !below.isEmpty();
    }

    public String following(LedgerPage.Place place) {
        return address().queryParam("below", place).encode().toUriString();
    }

    public String newest() {
        return address().encode().toUriString();
    }

    private UriComponentsBuilder address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/points/ledger");
        add(address, "user", user);
        add(address, "kind", kind);
        add(address, "key", key);
        add(address, "from", from);
        add(address, "to", to);
        return address;
    }

    private Optional<LedgerPage.Place> place() {
        String[] parts = below.split("_", 2);
        return parts.length == 2 && parts[1].matches("\\d{1,18}")
                ? day(parts[0]).map(day -> new LedgerPage.Place(day, Long.parseLong(parts[1])))
                : Optional.empty();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> !day.isBefore(LedgerFilter.EARLIEST) && !day.isAfter(LedgerFilter.LATEST));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
