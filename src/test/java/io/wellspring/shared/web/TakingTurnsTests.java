package io.wellspring.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TakingTurnsTests {

    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final Duration FOR_EVER = Duration.ofHours(1);

    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch made = new CountDownLatch(1);
    private Turns turns = new Turns(1, FOR_EVER);

    @AfterEach
    void stop() {
        made.countDown();
        readers.close();
        turns.stop();
    }

    @Test
    void goByTheOrderInWhichPagesWereAskedFor() {
        ask("GET", "/first");
        await().until(() -> begun.contains("/first"));
        ask("GET", "/second");
        await().until(() -> turns.waiting() == 1);
        ask("GET", "/third");
        await().until(() -> turns.waiting() == 2);
        assertThat(begun).containsExactly("/first");

        made.countDown();
        readers.close();

        assertThat(begun).containsExactly("/first", "/second", "/third");
        assertThat(turns.free()).isEqualTo(1);
    }

    @Test
    void lastNoLongerThanTheLongestAndAreGivenBackOnce() {
        turns = new Turns(1, MOMENT);
        ask("GET", "/slow");
        ask("GET", "/slower");
        ask("GET", "/slowest");
        await().until(() -> begun.size() == 3);
        await().until(() -> turns.free() == 1);

        made.countDown();
        readers.close();

        assertThat(turns.free()).isEqualTo(1);
    }

    @Test
    void areNotTakenByWhatIsUploaded() {
        ask("POST", "/imports");
        ask("POST", "/imports/2");

        await().until(() -> begun.size() == 2);
        assertThat(turns.free()).isEqualTo(1);
    }

    @Test
    void areGivenBackByPagesThatFail() {
        assertThatThrownBy(() ->
                        turns.doFilter(request("GET", "/fails"), new MockHttpServletResponse(), (request, response) -> {
                            throw new IllegalStateException("As it should");
                        }))
                .hasMessage("As it should");
        assertThat(turns.free()).isEqualTo(1);
    }

    private void ask(String method, String path) {
        readers.submit(() -> {
            turns.doFilter(request(method, path), new MockHttpServletResponse(), (request, response) -> {
                begun.add(path);
                awaitMade();
            });
            return path;
        });
    }

    private void awaitMade() {
        try {
            made.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }
}
