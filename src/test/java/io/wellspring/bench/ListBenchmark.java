package io.wellspring.bench;

import io.wellspring.profiles.ProfileSort;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;

/** How long pages of the user list take while sixteen readers open one after the other without a pause: the whole page, over HTTP. */
@RequiredArgsConstructor
final class ListBenchmark {

    private static final int READERS = 16;
    private static final int WARM_UP = 75;
    private static final int PAGES = 50;
    private static final double ALLOWED = 0.1;
    private static final int ROWS = 50;

    /** So many pages each reader opens of an application that was just started before it is asked how fast it is. */
    private static final int BEGINNING = 2500;

    private final PageReader pages;

    private record Taken(String address, double median, double ninetyFifth) {}

    void run(BenchReport report) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("first page", List.of("/users?view=all"));
        kinds.put("last page", List.of("/users?last=true"));
        kinds.put("filtered page", List.of("/users?class=111", "/users?stage=LOST&last=true"));
        kinds.put(
                "sorted by any column",
                ProfileSort.ALL.stream()
                        .flatMap(sort -> IntStream.range(0, 4)
                                .mapToObj(i -> "/users?sort=" + sort.parameter() + "&dir="
                                        + (i % 2 == 0 ? "asc" : "desc") + (i < 2 ? "" : "&last=true")))
                        .toList());
        try (ListReaders readers = pages.readers(READERS)) {
            readers.open(kinds.get("first page").getFirst(), BEGINNING);
            kinds.forEach((kind, addresses) -> report(
                    kind,
                    addresses.stream().map(address -> read(readers, address)).toList(),
                    report));
        }
    }

    private static void report(String kind, List<Taken> each, BenchReport report) {
        Taken slowest = each.stream()
                .max(Comparator.comparingDouble(Taken::ninetyFifth))
                .orElseThrow();
        report.note("User list, %s: p50 %.0f to %.0f ms, p95 up to %.0f ms (%s) at %d readers."
                .formatted(
                        kind,
                        each.stream().mapToDouble(Taken::median).min().orElseThrow() * 1000,
                        each.stream().mapToDouble(Taken::median).max().orElseThrow() * 1000,
                        slowest.ninetyFifth() * 1000,
                        slowest.address(),
                        READERS));
        report.add(
                "user list, %s: p95 at %d readers".formatted(kind, READERS),
                slowest.ninetyFifth(),
                "what is allowed",
                ALLOWED,
                1.0,
                ROWS,
                0);
    }

    private static Taken read(ListReaders readers, String address) {
        readers.open(address, WARM_UP);
        double[] seconds = readers.open(address, PAGES);
        return new Taken(address, seconds[seconds.length / 2], seconds[(int) (seconds.length * 0.95)]);
    }
}
