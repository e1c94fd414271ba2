package io.wellspring.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.WellspringTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WellspringTest
@Import({StaffFixtures.class, TokenFixtures.class})
class ShowingTokensTests {

    private static final String API = "/api/v1/imports/1";
    private static final String PROBLEM = "application/problem+json";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixtures staff;

    @Autowired
    TokenFixtures tokens;

    @Autowired
    JdbcClient jdbc;

    long bob;
    String secret;

    @BeforeEach
    void bobHasCreatedAToken() {
        bob = staff.active("bob@example.org", Role.ADMIN);
        secret = tokens.working("CRM", bob);
    }

    @Test
    void aTokenOpensWhatItsScopeSaysAndNothingElse() {
        assertThat(get(API, secret)).hasStatus(404).hasContentType(PROBLEM);
        assertThat(get("/api/v1/points", secret))
                .hasStatus(403)
                .hasContentType(PROBLEM)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("scope-missing");
        assertThat(get("/api", secret)).hasStatus(403);
        assertThat(get("/imports", secret)).hasStatus(302).hasRedirectedUrl("/login");
        assertThat(get("/", secret)).hasStatus(302).hasRedirectedUrl("/login");
        assertThat(get("/actuator/prometheus", secret)).hasStatus(302);
    }

    @Test
    void withoutATokenThereIsAProblemThatSaysWhatToSend() {
        assertThat(mvc.get().uri(API))
                .hasStatus(401)
                .hasContentType(PROBLEM)
                .hasHeader("WWW-Authenticate", "Bearer realm=\"Wellspring\"")
                .doesNotContainHeader("Set-Cookie")
                .bodyJson()
                .hasPathSatisfying("$.type", type -> assertThat(type).isEqualTo("urn:wellspring:problem:token-missing"))
                .hasPathSatisfying("$.status", status -> assertThat(status).isEqualTo(401));
        assertThat(mvc.get().uri(API).header("Accept-Language", "zh-CN"))
                .hasStatus(401)
                .bodyText()
                .contains("需要令牌");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer ws_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer",
                "Bearer a b",
                "Basic YW5uQGV4YW1wbGUub3JnOmNvcnJlY3QgaG9yc2UgYmF0dGVyeQ==",
                "nonsense"
            })
    void whatIsNoTokenIsAWrongOne(String shown) {
        assertThat(mvc.get().uri(API).header("Authorization", shown))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer realm=\"Wellspring\", error=\"invalid_token\"")
                .hasContentType(PROBLEM);
    }

    @Test
    void twoTokensAreNone() {
        assertThat(mvc.get()
                        .uri(API)
                        .header("Authorization", "Bearer " + secret)
                        .header("Authorization", "Bearer " + secret))
                .hasStatus(401);
    }

    @Test
    void aTokenWorksUntilTheInstantItExpires() {
        tokens.expires("CRM", Instant.now().plusSeconds(3600));
        assertThat(get(API, secret)).hasStatus(404);
        tokens.expires("CRM", Instant.now().minusSeconds(1));
        assertThat(get(API, secret)).hasStatus(401);
    }

    @Test
    void aRevokedTokenIsLikeNone() {
        jdbc.sql("update staff.api_token set revoked_at = created_at").update();
        assertThat(get(API, secret)).hasStatus(401).bodyText().contains("token-wrong");
    }

    @Test
    void aTokenRestsWhileItsCreatorIsNoAdmin() {
        jdbc.sql("update staff.account set state = 'DISABLED'").update();
        assertThat(get(API, secret)).hasStatus(401);
        jdbc.sql("update staff.account set state = 'ACTIVE', role = 'MANAGER'").update();
        assertThat(get(API, secret)).hasStatus(401);
        jdbc.sql("update staff.account set role = 'ADMIN'").update();
        assertThat(get(API, secret)).hasStatus(404);
    }

    @Test
    void aSessionDoesNotOpenTheApi() {
        MockHttpSession session = new MockHttpSession();
        assertThat(mvc.post()
                        .uri("/login")
                        .with(csrf())
                        .session(session)
                        .param("email", "bob@example.org")
                        .param("password", StaffFixtures.PASSWORD))
                .hasStatus(302);
        assertThat(mvc.get().uri("/imports").session(session)).hasStatusOk();
        assertThat(mvc.get().uri(API).session(session)).hasStatus(401);
        assertThat(mvc.post().uri("/api/v1/imports").session(session).with(csrf()))
                .hasStatus(401);
    }

    @Test
    @AsStaff
    void aMemberOfStaffIsNoToken() {
        assertThat(mvc.get().uri(API)).hasStatus(401);
    }

    @Test
    void theLastUseIsRememberedAtMostOnceAMinute() {
        get(API, secret);
        Instant first = lastUsed().orElseThrow();
        get(API, secret);
        assertThat(lastUsed()).contains(first);
        jdbc.sql("update staff.api_token set last_used_at = last_used_at - interval '61 seconds'")
                .update();
        get(API, secret);
        assertThat(lastUsed().orElseThrow()).isAfterOrEqualTo(first);
    }

    @Test
    void anAddressThatShowsManyWrongTokensIsHeldUp() {
        for (int i = 0; i < LoginThrottle.PER_ADDRESS.free(); i++) {
            assertThat(get(API, "ws_" + i)).hasStatus(401);
        }
        assertThat(get(API, "ws_x"))
                .hasStatus(429)
                .containsHeader("Retry-After")
                .hasContentType(PROBLEM)
                .bodyText()
                .contains("too-many-attempts");
        assertThat(get(API, secret)).hasStatus(429);
        assertThat(mvc.get()
                        .uri(API)
                        .header("Authorization", "Bearer " + secret)
                        .with(request -> {
                            request.setRemoteAddr("198.51.100.7");
                            return request;
                        }))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/login")
                        .with(csrf())
                        .param("email", "bob@example.org")
                        .param("password", StaffFixtures.PASSWORD))
                .hasRedirectedUrl("/");
    }

    private Optional<Instant> lastUsed() {
        return jdbc.sql("select last_used_at from staff.api_token")
                .query((row, number) -> Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
                        .map(time -> time.withOffsetSameInstant(ZoneOffset.UTC).toInstant()))
                .single();
    }

    private MvcTestResult get(String uri, String token) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }
}
