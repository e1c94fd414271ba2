package io.wellspring.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.WellspringTest;
import io.wellspring.imports.ImportDesk;
import io.wellspring.imports.ImportKind;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.staff.AsStaff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Two tabs, or an impatient finger. */
@WellspringTest
@AsStaff
class PressingTwiceTests {

    @Autowired
    private ImportDesk desk;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void showsWhatIsUnderWayAndDoesNothingTwice() throws Exception {
        upload("id,name\nA1,Ann\n");
        desk.rehearse(1);
        jobs.runPending();
        pressedTwice("/imports/1/commit");
        pressedTwice("/imports/1/undo");
        assertThat(jdbc.sql("select job from jobs.job_run where job like 'imports.%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("imports.rehearse", "imports.commit", "imports.undo");
    }

    @Test
    void refusesWhatWasNeverBegunAndWhatIsGone() throws Exception {
        upload("id,name\nA1,Ann\n");
        assertThat(press("/imports/1/commit")).hasStatus(409);
        assertThat(press("/imports/1/undo")).hasStatus(409);
        press("/imports/1/discard");
        assertThat(press("/imports/1/commit")).hasStatus(404);
        assertThat(press("/imports/1/undo")).hasStatus(404);
    }

    private void pressedTwice(String uri) {
        press(uri);
        for (int after = 0; after < 2; after++) {
            assertThat(press(uri)).hasRedirectedUrl("/imports/1").flash().containsEntry("done", "此操作已经开始，不会重复执行。");
            jobs.runPending();
        }
    }

    private MvcTestResult press(String uri) {
        return mvc.post()
                .uri(uri)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(csrf())
                .exchange();
    }

    private void upload(String text) throws IOException {
        desk.upload(ImportKind.USERS, "members.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
