package io.wellspring.staff.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.WellspringTest;
import io.wellspring.staff.Role;
import io.wellspring.staff.StaffFixtures;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WellspringTest
@Import(StaffFixtures.class)
class LoggingInTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffFixtures staff;

    long ann;

    @BeforeEach
    void annIsAnAdmin() {
        ann = staff.active("ann@example.org", Role.ADMIN);
    }

    @Test
    void theRightPasswordOpensANewSession() {
        MockHttpSession session = new MockHttpSession();
        String idBefore = session.getId();
        assertThat(logIn(session, " ANN@example.org", StaffFixtures.PASSWORD))
                .hasStatus(302)
                .hasRedirectedUrl("/");
        assertThat(session.getId()).isNotEqualTo(idBefore);
        assertThat(mvc.get().uri("/account").session(session).exchange()).hasStatusOk();
        assertThat(trail()).containsExactly("staff.logged-in " + ann);
    }

    @Test
    void aPageAskedForBeforeIsShownAfter() {
        MockHttpSession session = new MockHttpSession();
        assertThat(mvc.get()
                        .uri("/audit?who=system")
                        .session(session)
                        .header("Accept", "text/html")
                        .exchange())
                .hasRedirectedUrl("/login");
        assertThat(logIn(session, "ann@example.org", StaffFixtures.PASSWORD))
                .satisfies(result ->
                        assertThat(result.getResponse().getRedirectedUrl()).endsWith("/audit?who=system"));
    }

    @Test
    void allWhoDoNotGetInAreToldTheSame() {
        staff.disabled("bob@example.org", Role.OPERATOR);
        staff.invited("cid@example.org", Role.OPERATOR);
        Set<String> answers = Stream.of("ann@example.org", "bob@example.org", "cid@example.org", "nobody@example.org")
                .map(email -> logIn(
                                new MockHttpSession(),
                                email,
                                email.startsWith("ann") ? "wrong password!" : StaffFixtures.PASSWORD)
                        .getResponse()
                        .getRedirectedUrl())
                .collect(Collectors.toSet());
        assertThat(answers).containsExactly("/login?wrong");
        assertThat(mvc.get().uri("/login?wrong").exchange()).bodyText().contains("E-mail or password is not right.");
        assertThat(trail()).hasSize(4).allMatch(line -> line.startsWith("staff.login-failed"));
    }

    @Test
    void tooManyFailuresHaveToWaitEvenWithTheRightPassword() {
        for (int i = 0; i < 5; i++) {
            assertThat(logIn(new MockHttpSession(), "ann@example.org", "guess number " + i))
                    .hasRedirectedUrl("/login?wrong");
        }
        MvcTestResult held = logIn(new MockHttpSession(), "ann@example.org", StaffFixtures.PASSWORD);
        assertThat(held.getResponse().getRedirectedUrl()).matches("/login\\?wait=(29|30)");
        assertThat(mvc.get().uri("/login?wait=30").exchange()).bodyText().contains("Try again in 30 seconds.");
        assertThat(trail()).hasSize(5);
    }

    @Test
    void withoutCsrfTokenNothingHappens() {
        assertThat(mvc.post()
                        .uri("/login")
                        .param("email", "ann@example.org")
                        .param("password", StaffFixtures.PASSWORD)
                        .exchange())
                .hasRedirectedUrl("/login?expired");
        assertThat(trail()).isEmpty();
        MockHttpSession session = loggedIn();
        for (String page : new String[] {"/logout", "/language", "/account/name", "/staff", "/staff/1/disable"}) {
            assertThat(mvc.post().uri(page).session(session).exchange())
                    .as(page)
                    .hasStatus(403);
        }
    }

    @Test
    void loggingOutEndsTheSession() {
        MockHttpSession session = loggedIn();
        assertThat(mvc.post().uri("/logout").session(session).with(csrf()).exchange())
                .hasRedirectedUrl("/login?out");
        assertThat(session.isInvalid()).isTrue();
        assertThat(trail()).contains("staff.logged-out " + ann);
    }

    @Test
    void aDisabledAccountIsOutAtTheNextClick() {
        MockHttpSession session = loggedIn();
        jdbc.sql("update staff.account set state = 'DISABLED'").update();
        assertThat(mvc.get().uri("/account").session(session).exchange()).hasRedirectedUrl("/login");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aNewRoleCountsAtTheNextClick() {
        MockHttpSession session = loggedIn();
        jdbc.sql("update staff.account set role = 'OPERATOR'").update();
        assertThat(mvc.get().uri("/staff").session(session).exchange()).hasStatus(403);
        assertThat(mvc.get().uri("/account").session(session).exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("href=\"/staff\"");
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        MockHttpSession here = loggedIn();
        MockHttpSession elsewhere = loggedIn();
        assertThat(changePassword(here, "not this one at all", "a whole new password"))
                .hasStatus(422)
                .bodyText()
                .contains("That is not your current password.");
        assertThat(changePassword(here, StaffFixtures.PASSWORD, "a whole new password"))
                .hasRedirectedUrl("/account");
        assertThat(mvc.get().uri("/account").session(here).exchange()).hasStatusOk();
        assertThat(mvc.get().uri("/account").session(elsewhere).exchange()).hasRedirectedUrl("/login");
        assertThat(logIn(new MockHttpSession(), "ann@example.org", StaffFixtures.PASSWORD))
                .hasRedirectedUrl("/login?wrong");
        assertThat(logIn(new MockHttpSession(), "ann@example.org", "a whole new password"))
                .hasRedirectedUrl("/");
    }

    @Test
    void partOfAPageSendsTheBrowserToTheLogin() {
        assertThat(mvc.get().uri("/jobs/1/card").header("HX-Request", "true").exchange())
                .hasStatus(401)
                .hasHeader("HX-Redirect", "/login");
        assertThat(mvc.post()
                        .uri("/segments/draft")
                        .header("HX-Request", "true")
                        .exchange())
                .hasStatus(401)
                .hasHeader("HX-Redirect", "/login");
        assertThat(mvc.post()
                        .uri("/segments/draft")
                        .session(loggedIn())
                        .header("HX-Request", "true")
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void whoLogsInAgainFromTheEditorComesBackToTheDraft() {
        MockHttpSession session = new MockHttpSession();
        assertThat(mvc.get()
                        .uri("/segments/draft?k:=ALL&k:0=FIELD:orders&name=Buyers")
                        .session(session)
                        .accept("text/html")
                        .exchange())
                .hasRedirectedUrl("/login");
        loggedIn();
        String back = Objects.requireNonNull(logIn(session, "ann@example.org", StaffFixtures.PASSWORD)
                .getResponse()
                .getRedirectedUrl());
        assertThat(back).contains("/segments/draft?k:=ALL&k:0=FIELD:orders&name=Buyers");
    }

    @Test
    void passwordsAreHashedWithArgon2() {
        loggedIn();
        assertThat(jdbc.sql("select password_hash from staff.account")
                        .query(String.class)
                        .single())
                .startsWith("{argon2}$argon2id$");
    }

    @Test
    void anOldHashIsStrengthenedAtLogin() {
        String bcrypt = new BCryptPasswordEncoder(4).encode("the older way");
        jdbc.sql("update staff.account set password_hash = '{bcrypt}' || :hash")
                .param("hash", bcrypt)
                .update();
        assertThat(logIn(new MockHttpSession(), "ann@example.org", "the older way"))
                .hasRedirectedUrl("/");
        passwordsAreHashedWithArgon2After("the older way");
    }

    @Test
    void everyPageBearsTheSecurityHeaders() {
        assertThat(mvc.get().uri("/login").secure(true).exchange())
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
                                + " form-action 'self'; frame-ancestors 'none'")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "same-origin")
                .hasHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains")
                .containsHeader("Permissions-Policy");
        assertThat(mvc.get().uri("/login").exchange()).doesNotContainHeader("Strict-Transport-Security");
        assertThat(mvc.get().uri("/login").exchange()).bodyText().doesNotContain("<style", " style=", " onclick=");
    }

    @Test
    void theLoginSpeaksTheLanguageOfItsStaff() {
        jdbc.sql("update staff.account set locale = 'zh-CN'").update();
        assertThat(logIn(new MockHttpSession(), "ann@example.org", StaffFixtures.PASSWORD)
                        .getResponse()
                        .getHeaders(HttpHeaders.SET_COOKIE))
                .anyMatch(cookie -> cookie.startsWith("lang=zh-CN"));
    }

    private void passwordsAreHashedWithArgon2After(String password) {
        assertThat(logIn(new MockHttpSession(), "ann@example.org", password)).hasRedirectedUrl("/");
        assertThat(jdbc.sql("select password_hash from staff.account")
                        .query(String.class)
                        .single())
                .startsWith("{argon2}");
    }

    private MockHttpSession loggedIn() {
        MockHttpSession session = new MockHttpSession();
        assertThat(logIn(session, "ann@example.org", StaffFixtures.PASSWORD)).hasRedirectedUrl("/");
        return session;
    }

    private MvcTestResult logIn(MockHttpSession session, String email, String password) {
        return mvc.post()
                .uri("/login")
                .with(csrf())
                .session(session)
                .param("email", email)
                .param("password", password)
                .exchange();
    }

    private MvcTestResult changePassword(MockHttpSession session, String current, String password) {
        return mvc.post()
                .uri("/account/password")
                .with(csrf())
                .session(session)
                .param("currentPassword", current)
                .param("password", password)
                .param("repeated", password)
                .exchange();
    }

    private List<String> trail() {
        return jdbc.sql("select action || coalesce(' ' || staff_id, '') from audit.entry order by id")
                .query(String.class)
                .list();
    }
}
