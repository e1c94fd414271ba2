package io.wellspring.bench;

import io.wellspring.profiles.ProfileSort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;

/** How long pages of the user list take while sixteen readers open one after the other without a pause: the whole page, over HTTP. */
@RequiredArgsConstructor
final class ListBenchmark {

    private static final int READERS = 16;
    private static final int WARM_UP = 25;
    private static final int PAGES = 25;
    private static final double ALLOWED = 0.1;
    private static final int ROWS = 50;

    /** So many pages each reader opens of an application that was just started before it is asked how fast it is. */
    private static final int BEGINNING = 1000;

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
        read(kinds.get("first page"), BEGINNING);
        kinds.forEach((kind, addresses) -> {
            List<Taken> each = addresses.stream()
                    .map(address -> {
                        read(List.of(address), WARM_UP);
                        return read(List.of(address), PAGES);
                    })
                    .toList();
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
        });
    }

    /** Each reader opens {@code pages} of them. */
    private Taken read(List<String> addresses, int pages) {
        List<Double> seconds = new ArrayList<>();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<double[]>> all = readers.invokeAll(Collections.nCopies(READERS, opening(addresses, pages)));
            for (Future<double[]> one : all) {
                Arrays.stream(one.get()).forEach(seconds::add);
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        Collections.sort(seconds);
        return new Taken(
                addresses.getFirst(), seconds.get(seconds.size() / 2), seconds.get((int) (seconds.size() * 0.95)));
    }

    private Callable<double[]> opening(List<String> addresses, int pages) {
        return () -> IntStream.range(0, pages)
                .mapToDouble(i -> {
                    long start = System.nanoTime();
                    this.pages.open(addresses.get(i % addresses.size()));
                    return (System.nanoTime() - start) / 1e9;
                })
                .toArray();
    }
}
