package io.wellspring.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.staff.AsStaff;
import jakarta.servlet.RequestDispatcher;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.web.WebAttributes;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WellspringTest
@ExtendWith(OutputCaptureExtension.class)
class ShowingErrorsTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    @AsStaff
    void aValueNobodyCanReadIsAWrongAddress(CapturedOutput log) {
        for (String address : new String[] {"/imports/new?kind=users", "/rfm?day=abc"}) {
            MvcTestResult refused = mvc.get().uri(address).exchange();
            assertThat(refused).hasStatus(400);
            assertThat(errorPage(refused)).hasStatus(400).bodyText().contains("This address is not right");
        }
        assertThat(log.getAll()).doesNotContain("MethodArgumentTypeMismatchException");
    }

    @Test
    @AsStaff
    void aFormWithoutItsTokenWasOpenForTooLong() {
        MvcTestResult refused = mvc.post().uri("/rfm/runs").exchange();
        assertThat(refused).hasStatus(403);
        assertThat(errorPage(refused))
                .hasStatus(403)
                .bodyText()
                .contains("Go back, reload and send again.", "id=\"nav\"")
                .doesNotContain("not for your role");
    }

    @Test
    void aVisitorWithoutATokenSeesNoMenu() {
        MvcTestResult refused = mvc.post().uri("/language").exchange();
        assertThat(refused).hasStatus(403);
        assertThat(errorPage(refused))
                .hasStatus(403)
                .bodyText()
                .contains("Go back, reload and send again.", "ws-bare")
                .doesNotContain("id=\"nav\"");
    }

    @Test
    @AsStaff
    void whoeverIsRefusedFindsBack(CapturedOutput log) {
        assertThat(mvc.get().uri("/users/tagging?ticked=yes").header("Referer", "http://localhost/users?city=Hangzhou"))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"/users?city=Hangzhou\"", "href=\"/\"");
        assertThat(mvc.get().uri("/users?class=999")).hasStatus(422).bodyText().contains("href=\"/users\"");
        assertThat(mvc.get().uri("/users/999")).hasStatus(404).bodyText().contains("href=\"/users\"");
        assertThat(mvc.get().uri("/users/999").header("Referer", "https://elsewhere.example/users"))
                .bodyText()
                .doesNotContain("elsewhere");
        assertThat(mvc.get().uri("/nowhere")).hasStatus(404);
        assertThat(log.getAll()).doesNotContain("asynchronous load", "No mapping for GET /nowhere");
    }

    /** What the container does with the status that was sent. */
    private MvcTestResult errorPage(MvcTestResult refused) {
        MockMvcTester.MockMvcRequestBuilder request = mvc.get()
                .uri("/error")
                .locale(Locale.ENGLISH)
                .requestAttr(
                        RequestDispatcher.ERROR_STATUS_CODE,
                        refused.getResponse().getStatus())
                .requestAttr(
                        RequestDispatcher.ERROR_REQUEST_URI,
                        String.valueOf(refused.getRequest().getRequestURI()));
        Object why = refused.getRequest().getAttribute(WebAttributes.ACCESS_DENIED_403);
        return why == null
                ? request.exchange()
                : request.requestAttr(WebAttributes.ACCESS_DENIED_403, why).exchange();
    }
}
