package io.wellspring.imports.web;

import static io.wellspring.imports.web.Deliveries.BOUNDARY;
import static io.wellspring.imports.web.Deliveries.COMMIT;
import static io.wellspring.imports.web.Deliveries.USERS;
import static io.wellspring.imports.web.Deliveries.body;
import static io.wellspring.imports.web.Deliveries.field;
import static io.wellspring.imports.web.Deliveries.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.staff.Role;
import io.wellspring.staff.StaffFixtures;
import io.wellspring.staff.TokenFixtures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is delivered unclearly or breaks off is refused with a problem, and nothing of it is kept. */
@WellspringTest
@Import({StaffFixtures.class, TokenFixtures.class})
class RefusingDeliveriesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private StaffFixtures staff;

    @Autowired
    private TokenFixtures tokens;

    @Autowired
    private JdbcClient jdbc;

    private String secret;
    private Deliveries crm;

    @BeforeEach
    void theCrmHasAToken() {
        secret = tokens.working("CRM", staff.active("bob@example.org", Role.ADMIN));
        crm = new Deliveries(mvc, secret);
    }

    @ParameterizedTest
    @CsvSource({
        "USERS, , part-missing",
        ", commit, part-missing",
        "DEMO, commit, part-unclear",
        "nobody, commit, part-unclear",
        "USERS, perhaps, part-unclear"
    })
    void whatIsToBeDoneHasToBeSaid(String kind, String mode, String code) {
        Map<String, String> fields = new LinkedHashMap<>();
        Optional.ofNullable(kind).ifPresent(value -> fields.put("kind", value));
        Optional.ofNullable(mode).ifPresent(value -> fields.put("mode", value));
        assertThat(crm.deliver(fields, USERS))
                .hasStatus(422)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
        assertThat(count("imports.import_file")).isZero();
    }

    @Test
    void whatIsMisspeltIsNotPassedOver() {
        assertThat(crm.deliver(with(COMMIT, "max_rejected", "0"), USERS))
                .hasStatus(422)
                .bodyText()
                .contains("part-unknown", "max-rejected");
        assertThat(crm.deliver(with(COMMIT, "max-rejected", "-1"), USERS)).hasStatus(422);
        String late = body(COMMIT, USERS)
                .replace("--" + BOUNDARY + "--", field("max-rejected", "0") + "--" + BOUNDARY + "--");
        assertThat(crm.send(late, Optional.empty())).hasStatus(422).bodyText().contains("part-behind-file");
        assertThat(count("imports.file_chunk")).isZero();
    }

    @Test
    void aRequestThatBreaksOffKeepsNothing() {
        String whole = body(COMMIT, USERS);
        assertThat(crm.send(whole.substring(0, whole.length() - 60), Optional.empty()))
                .hasStatus(400)
                .bodyText()
                .contains("upload-interrupted");
        assertThat(count("imports.file_chunk")).isZero();
        assertThat(mvc.post()
                        .uri("/api/v1/imports")
                        .header("Authorization", "Bearer " + secret)
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(USERS))
                .hasStatus(415)
                .bodyText()
                .contains("not-multipart");
    }

    @Test
    void problemsSpeakTheLanguageAskedFor() {
        assertThat(mvc.get()
                        .uri("/api/v1/imports/7")
                        .header("Authorization", "Bearer " + secret)
                        .header("Accept-Language", "zh-CN"))
                .hasStatus(404)
                .bodyText()
                .contains("urn:wellspring:problem:unknown-import", "没有");
        assertThat(crm.get("/api/v1/imports/7")).bodyText().contains("There is no import");
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
