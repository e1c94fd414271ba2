package io.wellspring.staff.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.WellspringTest;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WellspringTest
@AsStaff
class TokenPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theSecretIsShownOnceAndOnlyItsDigestIsKept() throws Exception {
        MockHttpSession session = new MockHttpSession();
        MvcTestResult created = create(session, "CRM nightly", "2099-12-31");
        assertThat(created).hasRedirectedUrl("/staff/tokens");
        String secret = secretOf(created);
        assertThat(secret).matches("ws_[A-Za-z0-9_-]{43}");

        assertThat(mvc.get().uri("/staff/tokens").session(session).flashAttr("tokenSecret", secret))
                .bodyText()
                .contains(secret);
        assertThat(mvc.get().uri("/staff/tokens").session(new MockHttpSession()))
                .bodyText()
                .contains("CRM nightly", "Ann", "Import files", "never", "last day: 2099-12-31")
                .doesNotContain(secret, "ws_", "??");
        Map<String, Object> row =
                jdbc.sql("select * from staff.api_token").query().singleRow();
        assertThat(row.values()).noneMatch(value -> String.valueOf(value).contains(secret.substring(3)));
        assertThat(row)
                .containsEntry(
                        "secret_hash",
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256")
                                        .digest(secret.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void creationAndRevocationAreOnRecordWithoutTheSecret() {
        String secret = secretOf(create(new MockHttpSession(), "CRM", ""));
        assertThat(revoke(1)).hasRedirectedUrl("/staff/tokens");

        assertThat(jdbc.sql("select action || ' ' || subject || ' ' || staff_name from audit.entry order by id")
                        .query(String.class)
                        .list())
                .containsExactly("token.created token 1 Ann", "token.revoked token 1 Ann");
        assertThat(jdbc.sql("select string_agg(e::text, '') from audit.entry e")
                        .query(String.class)
                        .single())
                .doesNotContain(secret.substring(3));
        assertThat(mvc.get().uri("/staff/tokens"))
                .bodyText()
                .contains("revoked")
                .doesNotContain("/revocation");
        assertThat(mvc.get().uri("/audit"))
                .bodyText()
                .contains("Created an API token", "Revoked an API token")
                .doesNotContain("??");
    }

    @Test
    void aTokenIsRevokedOnceAndItsNameIsFreeAgain() {
        create(new MockHttpSession(), "CRM", "");
        assertThat(create(new MockHttpSession(), "crm", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Another token is called so");
        revoke(1);
        assertThat(revoke(1)).hasStatus(409);
        assertThat(create(new MockHttpSession(), "CRM", "")).hasRedirectedUrl("/staff/tokens");
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        assertThat(create(new MockHttpSession(), " ", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Please enter a name.");
        assertThat(create(new MockHttpSession(), "x".repeat(61), ""))
                .hasStatus(422)
                .bodyText()
                .contains("At most 60");
        assertThat(create(new MockHttpSession(), "CRM", "2020-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("is over");
        assertThat(create(new MockHttpSession(), "CRM", "soon"))
                .hasStatus(422)
                .bodyText()
                .contains("not a date");
        assertThat(mvc.post().uri("/staff/tokens").with(csrf()).param("name", "CRM"))
                .hasStatus(422)
                .bodyText()
                .contains("at least one thing");
        assertThat(jdbc.sql("select count(*) from staff.api_token")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void pagesSpeakBothLanguages() {
        create(new MockHttpSession(), "CRM", "2099-12-31");
        for (String page : new String[] {"/staff", "/staff/tokens", "/staff/tokens/new"}) {
            for (String language : new String[] {"en", "zh-CN"}) {
                assertThat(mvc.get().uri(page).header("Accept-Language", language))
                        .hasStatusOk()
                        .bodyText()
                        .contains("<html lang=\"" + language + "\">")
                        .doesNotContain("??");
            }
        }
    }

    @Test
    @AsStaff(Role.MANAGER)
    void tokensAreForAdminsOnly() {
        assertThat(mvc.get().uri("/staff/tokens")).hasStatus(403);
        assertThat(create(new MockHttpSession(), "CRM", "")).hasStatus(403);
        assertThat(revoke(1)).hasStatus(403);
    }

    private MvcTestResult create(MockHttpSession session, String name, String expires) {
        return mvc.post()
                .uri("/staff/tokens")
                .with(csrf())
                .session(session)
                .param("name", name)
                .param("scopes", "IMPORTS")
                .param("expires", expires)
                .exchange();
    }

    private MvcTestResult revoke(long id) {
        return mvc.post()
                .uri("/staff/tokens/" + id + "/revocation")
                .with(csrf())
                .exchange();
    }

    private static String secretOf(MvcTestResult created) {
        return (String)
                Objects.requireNonNull(created.getMvcResult().getFlashMap().get("tokenSecret"));
    }
}
