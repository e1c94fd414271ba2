package io.wellspring.points.web;

import io.wellspring.shared.BusinessClock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** What is typed into the form of an earning rule: one for good, that began nine days ago, unless it is said otherwise. */
@RequiredArgsConstructor
final class RuleFields {

    private final BusinessClock clock;

    String[] of(String name, String points, String... more) {
        String[] fields = {
            "name",
            name,
            "points",
            points,
            "expiry",
            "NEVER",
            "validFrom",
            clock.today().minusDays(9).toString(),
            "past",
            clock.today().minusDays(9).toString()
        };
        String[] all = new String[fields.length + more.length];
        System.arraycopy(more, 0, all, 0, more.length);
        System.arraycopy(fields, 0, all, more.length, fields.length);
        return distinct(all);
    }

    /** What is said first counts. */
    private static String[] distinct(String[] fields) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            kept.putIfAbsent(fields[i], fields[i + 1]);
        }
        return kept.entrySet().stream()
                .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);
    }
}
