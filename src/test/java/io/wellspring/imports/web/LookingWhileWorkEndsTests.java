package io.wellspring.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wellspring.WellspringTest;
import io.wellspring.imports.ImportDesk;
import io.wellspring.imports.ImportKind;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.staff.AsStaff;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WellspringTest
@AsStaff
class LookingWhileWorkEndsTests {

    @Autowired
    private ImportDesk desk;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    /** The page has read that the file is busy and waits to read its run; until then the run is over. */
    @Test
    void showsWhatCameOfARehearsalThatEndsBetweenTwoLooks() throws Exception {
        byte[] users = "id,name\nA1,Ann\n".getBytes(StandardCharsets.UTF_8);
        long id = desk.upload(ImportKind.USERS, "users.csv", new ByteArrayInputStream(users));
        desk.rehearse(id);
        jobs.runPending();
        state(id, "REHEARSING");
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Void> ending = CompletableFuture.runAsync(() -> transactions.executeWithoutResult(status -> {
            jdbc.sql("lock table jobs.job_run in access exclusive mode").update();
            held.countDown();
            await().pollInSameThread().until(this::somebodyWaitsForTheRun);
            state(id, "REHEARSED");
        }));
        held.await();

        assertThat(mvc.get().uri("/imports/" + id)).hasStatusOk().bodyText().contains("/imports/" + id + "/commit");
        ending.join();
    }

    private boolean somebodyWaitsForTheRun() {
        return jdbc.sql(
                        "select exists (select from pg_locks where relation = 'jobs.job_run'::regclass and not granted)")
                .query(Boolean.class)
                .single();
    }

    private void state(long id, String state) {
        jdbc.sql("update imports.import_file set state = :state where import_id = :id")
                .param("state", state)
                .param("id", id)
                .update();
    }
}
