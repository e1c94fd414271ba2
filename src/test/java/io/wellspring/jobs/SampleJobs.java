package io.wellspring.jobs;

import io.wellspring.shared.Refusal;
import io.wellspring.staff.ForAdmins;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Jobs that remember what was asked of them. */
@TestConfiguration(proxyBeanMethods = false)
class SampleJobs {

    @Bean
    Counting counting(Guarded guarded) {
        return new Counting(guarded);
    }

    @Bean
    Guarded guarded() {
        return new Guarded();
    }

    /** Only admins may; and, it turns out, background work. */
    static class Guarded {

        @ForAdmins
        public void enter() {}
    }

    static final class TooDeep extends Refusal.Rejected {
        TooDeep(int metres, String where) {
            super(metres, where);
        }
    }

    static class Counting implements Job {

        final List<String> done = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger atOnce = new AtomicInteger();
        final AtomicInteger mostAtOnce = new AtomicInteger();
        private final Guarded guarded;

        Counting(Guarded guarded) {
            this.guarded = guarded;
        }

        @Override
        public String name() {
            return "count";
        }

        @Override
        public void run(JobProgress progress) throws Exception {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                guarded.enter();
                progress.phase("jobs.progress", 3);
                for (int i = 1; i <= 3; i++) {
                    Thread.sleep(5);
                    progress.advancedTo(i);
                }
                switch (progress.argument()) {
                    case "refuse" -> throw new TooDeep(12_000, "well");
                    case "break" -> throw new IOException("secret detail");
                    default -> done.add(progress.argument());
                }
            } finally {
                atOnce.decrementAndGet();
            }
        }
    }
}
