package io.wellspring.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

    private final Turns turns = new Turns(1);
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch made = new CountDownLatch(1);

    @AfterEach
    void stop() {
        made.countDown();
        readers.close();
        turns.stop();
    }

    @Test
    void lastNoLongerThanTheLongest() {
        ask("GET", "/slow");
        await().until(() -> begun.contains("/slow"));

        ask("GET", "/other");

        await().until(() -> begun.contains("/other"));
        assertThat(made.getCount()).isEqualTo(1);
    }

    @Test
    void areNotTakenByWhatIsUploaded() {
        ask("POST", "/imports");
        ask("POST", "/imports/2");

        await().until(() -> begun.size() == 2);
    }

    @Test
    void areGivenBackByPagesThatFail() throws Exception {
        for (int i = 0; i < 3; i++) {
            try {
                turns.doFilter(request("GET", "/fails"), new MockHttpServletResponse(), (request, response) -> {
                    throw new IllegalStateException("As it should");
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("As it should");
            }
        }
        assertThat(turns.free()).isEqualTo(1);
    }

    @Test
    void areGivenBackOnceByPagesThatTookLonger() {
        ask("GET", "/slow");
        ask("GET", "/slower");
        await().until(() -> begun.size() == 2);

        made.countDown();
        readers.close();

        await().untilAsserted(() -> assertThat(turns.free()).isEqualTo(1));
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
