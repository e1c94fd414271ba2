package io.wellspring.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wellspring.TestDatabase;
import io.wellspring.staff.Role;
import io.wellspring.staff.StaffFixtures;
import io.wellspring.staff.TokenFixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another system as it really is: on the network, with the scheduler at work and nobody looking. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, StaffFixtures.class, TokenFixtures.class})
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveringOverHttpTests {

    private static final int ROWS = 60_000;
    private static final String BOUNDARY = "----a-boundary";

    @LocalServerPort
    int port;

    @Autowired
    StaffFixtures staff;

    @Autowired
    TokenFixtures tokens;

    @Autowired
    JdbcClient jdbc;

    final HttpClient http = HttpClient.newHttpClient();
    final JsonMapper json = new JsonMapper();
    String secret = "";

    @BeforeAll
    void theCrmHasAToken() {
        secret = tokens.working("CRM", staff.active("bob@example.org", Role.ADMIN));
    }

    @AfterAll
    void hangUp() {
        http.close();
    }

    @Test
    void megabytesStreamedInAreCommittedByThemselves() throws Exception {
        HttpResponse<String> accepted = post(secret, List.of(head(), rows(), tail()), false);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);

        String self = accepted.headers().firstValue("Location").orElseThrow();
        JsonNode ended = waitFor(self);
        assertThat(ended.path("outcome").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
        assertThat(ended.path("state").asString()).isEqualTo("COMMITTED");
        assertThat(ended.path("bytes").asLong()).isGreaterThan(3 << 20);
        assertThat(ended.path("counts").path("created").asLong()).isEqualTo(ROWS);
        assertThat(jdbc.sql("select count(*) from users.users")
                        .query(Long.class)
                        .single())
                .isEqualTo(ROWS);
    }

    @Test
    void whoShowsAWrongTokenIsToldBeforeTheFileIsSent() throws Exception {
        AtomicLong sent = new AtomicLong();
        InputStream counted = new InputStream() {
            @Override
            public int read() {
                sent.incrementAndGet();
                return 'a';
            }
        };
        HttpResponse<String> refused = post("ws_wrong", List.of(head(), counted), true);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(sent.get()).isLessThan(1 << 20);
    }

    @Test
    void whatNobodyForesawIsAProblemToo() throws Exception {
        HttpResponse<String> refused = get("/api/v1/imports/abc");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json.readTree(refused.body()).path("code").asString()).isEqualTo("bad-request");
    }

    private HttpResponse<String> post(String token, List<InputStream> body, boolean expectContinue)
            throws IOException, InterruptedException {
        return http.send(
                request("/api/v1/imports", token)
                        .expectContinue(expectContinue)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(
                                () -> new SequenceInputStream(Collections.enumeration(body))))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode waitFor(String self) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInSameThread()
                .until(
                        () -> json.readTree(get(self).body()),
                        seen -> !seen.path("outcome").asString().equals("RUNNING"));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path, secret).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token);
    }

    private static InputStream head() {
        return bytes("""
                --%1$s
                Content-Disposition: form-data; name="kind"

                USERS
                --%1$s
                Content-Disposition: form-data; name="mode"

                commit
                --%1$s
                Content-Disposition: form-data; name="file"; filename="users.csv"
                Content-Type: text/csv

                """.formatted(BOUNDARY).replace("\n", "\r\n"));
    }

    private static InputStream rows() {
        StringBuilder rows = new StringBuilder("id,name,phone,city,channel\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("N%07d,Somebody With A Name Number %d,138%08d,Hangzhou,Search\n".formatted(i, i, i));
        }
        return bytes(rows.toString());
    }

    private static InputStream tail() {
        return bytes("\r\n--" + BOUNDARY + "--\r\n");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
