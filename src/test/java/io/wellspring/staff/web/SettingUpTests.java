package io.wellspring.staff.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.WellspringTest;
import io.wellspring.staff.Role;
import io.wellspring.staff.Secret;
import io.wellspring.staff.StaffFixtures;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WellspringTest
@Import(StaffFixtures.class)
class SettingUpTests {

    private static final RequestPostProcessor ELSEWHERE = request -> {
        request.setRemoteAddr("192.168.1.20");
        return request;
    };

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffFixtures staff;

    @Autowired
    SetupToken token;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/users", "/staff", "/nowhere", "/invitations/abc", "/actuator/prometheus"})
    void everyPageLeadsToTheSetup(String page) {
        assertThat(mvc.get().uri(page).exchange()).hasStatus(302).hasRedirectedUrl("/setup");
    }

    @Test
    void partsOfPagesAndPostsLeadThereToo() {
        assertThat(mvc.get().uri("/jobs/1/card").header("HX-Request", "true").exchange())
                .hasStatus(401)
                .hasHeader("HX-Redirect", "/setup");
        assertThat(mvc.post().uri("/login").with(csrf()).exchange()).hasRedirectedUrl("/setup");
    }

    @Test
    void filesAndHealthStayOpen() {
        assertThat(mvc.get().uri("/css/wellspring.css").exchange()).hasStatusOk();
        assertThat(mvc.get().uri("/actuator/health").exchange()).hasStatusOk();
    }

    @Test
    void theFirstAdminIsCreatedAtTheMachineAndLoggedIn() {
        MockHttpSession session = new MockHttpSession();
        String idBefore = session.getId();
        MvcTestResult created = create(session, "a long enough password", "a long enough password");
        assertThat(created).hasStatus(302).hasRedirectedUrl("/welcome");
        assertThat(session.getId()).isNotEqualTo(idBefore);
        assertThat(mvc.get().uri("/account").session(session).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Ann", "ann@example.org");
        assertThat(mvc.get().uri("/setup").session(session).exchange()).hasRedirectedUrl("/");
        assertThat(create(new MockHttpSession(), "a long enough password", "a long enough password"))
                .hasStatus(409);
        assertThat(admins()).isEqualTo(1);
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        assertThat(create(new MockHttpSession(), "too short", "too short"))
                .hasStatus(422)
                .bodyText()
                .contains("At least 12 characters", "Ann@example.org")
                .doesNotContain("too short");
        assertThat(create(new MockHttpSession(), "a long enough password", "another long password"))
                .hasStatus(422)
                .bodyText()
                .contains("The two passwords differ.");
        assertThat(admins()).isZero();
    }

    @Test
    void itNeedsTheCsrfToken() {
        assertThat(mvc.post().uri("/setup").header("Host", "localhost").exchange())
                .hasStatus(403);
    }

    @Test
    void fromElsewhereTheTokenIsAskedFor() {
        assertThat(mvc.get()
                        .uri("/setup")
                        .header("Host", "localhost")
                        .with(ELSEWHERE)
                        .exchange())
                .hasStatus(403)
                .bodyText()
                .contains("name=\"token\"")
                .doesNotContain("name=\"repeated\"");
        assertThat(mvc.post()
                        .uri("/setup")
                        .with(ELSEWHERE)
                        .with(csrf())
                        .header("Host", "localhost")
                        .param("name", "Eve")
                        .param("email", "eve@example.org")
                        .param("password", "a long enough password")
                        .param("repeated", "a long enough password")
                        .exchange())
                .hasStatus(403);
        assertThat(admins()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"})
    void behindAProxyTheTokenIsAskedForToo(String header) {
        assertThat(mvc.get()
                        .uri("/setup")
                        .header("Host", "localhost")
                        .header(header, "127.0.0.1")
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void underAnotherNameTheTokenIsAskedForToo() {
        assertThat(mvc.get().uri("/setup").header("Host", "evil.example").exchange())
                .hasStatus(403);
    }

    @Test
    void theTokenOpensTheSetupFromElsewhere() {
        MockHttpSession session = new MockHttpSession();
        assertThat(show(session, "wrong")).hasStatus(403).bodyText().contains("That is not the token");
        assertThat(show(session, "")).hasStatus(403);
        assertThat(show(session, secret())).hasRedirectedUrl("/setup");
        assertThat(mvc.get().uri("/setup").with(ELSEWHERE).session(session).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("name=\"repeated\"");
        assertThat(mvc.get().uri("/setup").with(ELSEWHERE).exchange()).hasStatus(403);
    }

    @Test
    void theTokenOpensNothingOnceThereIsStaff() {
        staff.active("ann@example.org", Role.ADMIN);
        MockHttpSession session = new MockHttpSession();
        show(session, secret());
        assertThat(mvc.get().uri("/setup").with(ELSEWHERE).session(session).exchange())
                .hasRedirectedUrl("/");
        assertThat(create(session, "a long enough password", "a long enough password"))
                .hasStatus(409);
        assertThat(admins()).isEqualTo(1);
    }

    private MvcTestResult show(MockHttpSession session, String shown) {
        return mvc.post()
                .uri("/setup/token")
                .with(ELSEWHERE)
                .with(csrf())
                .session(session)
                .param("token", shown)
                .exchange();
    }

    private MvcTestResult create(MockHttpSession session, String password, String repeated) {
        return mvc.post()
                .uri("/setup")
                .with(csrf())
                .session(session)
                .header("Host", "localhost:8080")
                .param("name", "Ann")
                .param("email", "Ann@example.org")
                .param("password", password)
                .param("repeated", repeated)
                .exchange();
    }

    private String secret() {
        return ((Secret) Objects.requireNonNull(ReflectionTestUtils.getField(token, "token"))).text();
    }

    private long admins() {
        return jdbc.sql("select count(*) from staff.account").query(Long.class).single();
    }
}
