package io.wellspring.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How long the page of a user takes, of another user each time: the page with its timeline, then the slowest of the cards it fetches. */
@RequiredArgsConstructor
final class UserPageBenchmark {

    private static final List<String> CARDS =
            List.of("hours", "similar", "notes", "tags", "segments", "lifecycle", "timeline");
    private static final double BOUND = 100;

    /** So many pages an application that was just started has shown before it is asked how fast it is, as the list’s benchmark has it too. */
    private static final int WARM_UP = 200;

    private final MockMvcTester mvc;
    private final long first;
    private final long users;
    private final SplittableRandom random = new SplittableRandom(7);
    private final SecurityContext reader = SecurityContextHolder.getContext();

    void run(BenchReport report) {
        for (int i = 0; i < WARM_UP; i++) {
            open("");
        }
        report.bound("page of a user", Timings.of(() -> open("")), BOUND);
        CARDS.forEach(card -> report.bound("page of a user: " + card, Timings.of(() -> open("/" + card)), BOUND));
    }

    private void open(String card) {
        assertThat(mvc.get()
                        .uri("/users/" + (first + random.nextLong(users)) + card)
                        .with(securityContext(reader))
                        .header("HX-Request", card.isEmpty() ? "false" : "true")
                        .locale(Locale.ENGLISH)
                        .exchange())
                .hasStatusOk();
    }
}
