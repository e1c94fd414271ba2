package io.wellspring.bench;

import java.util.List;
import java.util.SplittableRandom;
import lombok.RequiredArgsConstructor;

/** How long the page of a user takes, of another user each time: the page with its timeline, then the slowest of the cards it fetches. */
@RequiredArgsConstructor
final class UserPageBenchmark {

    private static final List<String> CARDS =
            List.of("hours", "similar", "notes", "tags", "segments", "lifecycle", "timeline");
    private static final double BOUND = 100;

    /** So many pages an application that was just started has shown before it is asked how fast it is, as the list’s benchmark has it too. */
    private static final int WARM_UP = 200;

    private final PageReader pages;
    private final long first;
    private final long users;
    private final SplittableRandom random = new SplittableRandom(7);

    void run(BenchReport report) {
        for (int i = 0; i < WARM_UP; i++) {
            pages.open(somebody());
        }
        report.bound("page of a user", Timings.of(() -> pages.open(somebody())), BOUND);
        CARDS.forEach(card -> report.bound(
                "page of a user: " + card, Timings.of(() -> pages.openPart(somebody() + "/" + card)), BOUND));
    }

    private String somebody() {
        return "/users/" + (first + random.nextLong(users));
    }
}
