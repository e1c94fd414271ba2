package io.wellspring.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import io.wellspring.staff.StaffFixtures;
import io.wellspring.staff.TokenFixtures;
import java.nio.charset.StandardCharsets;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WellspringTest
@Import({StaffFixtures.class, TokenFixtures.class})
class DeliveringFilesTests {

    private static final String BOUNDARY = "----a-boundary";
    private static final String USERS = "id,name,phone\nA1,Ann,13800002210\nA2,Bob,12\n";
    private static final Map<String, String> DRY_RUN = Map.of("kind", "USERS", "mode", "dry-run");
    private static final Map<String, String> COMMIT = Map.of("kind", "USERS", "mode", "commit");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixtures staff;

    @Autowired
    TokenFixtures tokens;

    @Autowired
    JobsInTests jobs;

    @Autowired
    JdbcClient jdbc;

    long bob;
    String secret;

    @BeforeEach
    void theCrmHasAToken() {
        bob = staff.active("bob@example.org", Role.ADMIN);
        secret = tokens.working("CRM", bob);
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndDoesNothing() {
        MvcTestResult delivered = deliver(DRY_RUN, USERS);
        assertThat(delivered).hasStatus(202).hasHeader("Location", "/api/v1/imports/1");
        assertThat(delivered)
                .bodyJson()
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("REHEARSING"))
                .hasPathSatisfying("$.outcome", outcome -> assertThat(outcome).isEqualTo("RUNNING"))
                .hasPathSatisfying("$.counts", counts -> assertThat(counts).isNull());

        jobs.runPending();
        assertThat(get("/api/v1/imports/1")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"id": 1, "kind": "USERS", "mode": "dry-run", "state": "REHEARSED", "outcome": "SUCCEEDED",
                         "counts": {"rowsRead": 2, "created": 1, "updated": 0, "unchanged": 0, "rejected": 1, "newUsers": 0},
                         "rejections": [{"reason": "PHONE_INVALID", "text": "no valid phone", "count": 1}],
                         "job": null, "problem": null,
                         "links": {"self": "/api/v1/imports/1", "rejected": "/api/v1/imports/1/rejected.csv"}}""");
        assertThat(get("/api/v1/imports/1/rejected.csv"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/csv")
                .bodyText()
                .startsWith("\uFEFFid,name,phone,Line,Reason")
                .contains("A2,Bob,12,3,");
        assertThat(count("users.users")).isZero();
    }

    @Test
    void aCommitFollowsTheRehearsalThoughNobodyAsks() {
        deliver(COMMIT, USERS);
        jobs.runPending("imports.rehearse");
        assertThat(count("users.users")).isZero();
        assertThat(get("/api/v1/imports/1"))
                .bodyJson()
                .isLenientlyEqualTo("{\"state\": \"COMMITTING\", \"outcome\": \"RUNNING\", \"mode\": \"commit\"}");

        jobs.runPending("imports.commit");
        assertThat(get("/api/v1/imports/1")).bodyJson().isLenientlyEqualTo("""
                        {"state": "COMMITTED", "outcome": "SUCCEEDED", "counts": {"created": 1, "rejected": 1}}""");
        assertThat(count("users.users")).isOne();
        assertThat(jdbc.sql(
                                "select action || ' ' || staff_name || coalesce(' ' || (after ->> 'token'), '') from audit.entry order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "import.uploaded token CRM",
                        "import.commit-requested token CRM",
                        "import.committed system token CRM");
    }

    @Test
    void theSameFileAgainEndsCommittedWithoutACreatedRow() {
        deliver(COMMIT, USERS);
        jobs.runPending();
        deliver(COMMIT, USERS);
        jobs.runPending();

        assertThat(get("/api/v1/imports/2")).bodyJson().isLenientlyEqualTo("""
                        {"state": "COMMITTED", "outcome": "SUCCEEDED", "counts": {"created": 0, "unchanged": 1, "rejected": 1}}""");
    }

    @Test
    void moreRejectedRowsThanAllowedHoldItBack() {
        deliver(with(COMMIT, "max-rejected", "0"), USERS);
        deliver(with(COMMIT, "max-rejected", "1"), USERS);
        jobs.runPending();

        assertThat(get("/api/v1/imports/1"))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"state\": \"REHEARSED\", \"outcome\": \"HELD\", \"problem\": {\"code\": \"too-many-rejected\"}}");
        assertThat(get("/api/v1/imports/2")).bodyJson().isLenientlyEqualTo("{\"state\": \"COMMITTED\"}");
    }

    @Test
    void ordersComeInTheSameWay() {
        deliver(
                Map.of("kind", "ORDERS", "mode", "commit"),
                "order no,id,paid at,amount\nO1,A1,2026-01-02,10\nO2,A1,2026-01-03,20\n");
        jobs.runPending();
        assertThat(get("/api/v1/imports/1"))
                .bodyJson()
                .isLenientlyEqualTo("{\"state\": \"COMMITTED\", \"counts\": {\"created\": 2, \"newUsers\": 1}}");
    }

    @Test
    void activityComesInTheSameWay() {
        deliver(Map.of("kind", "activity", "mode", "commit"), "id,action,time\nA1,login,2026-01-02 10:00\n");
        jobs.runPending();
        assertThat(get("/api/v1/imports/1"))
                .bodyJson()
                .isLenientlyEqualTo("{\"kind\": \"ACTIVITY\", \"state\": \"COMMITTED\", \"counts\": {\"created\": 1}}");
    }

    @Test
    void aRememberedMappingIsAppliedByItsName() {
        deliver(COMMIT, USERS);
        jobs.runPending();
        String name = jdbc.sql("select name from imports.saved_mapping")
                .query(String.class)
                .single();
        assertThat(deliver(with(DRY_RUN, "mapping", name), USERS))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.mapping")
                .isEqualTo(name);
        assertThat(deliver(with(DRY_RUN, "mapping", "no such"), USERS))
                .hasStatus(404)
                .bodyText()
                .contains("unknown-mapping", "no such");
        assertThat(deliver(with(DRY_RUN, "mapping", name), "id,phone\nA1,13800002210\n"))
                .hasStatus(422)
                .bodyText()
                .contains("mapping-does-not-fit");
    }

    @Test
    void underOneKeyThereIsOneImport() {
        assertThat(deliver(DRY_RUN, USERS, "night-1")).hasStatus(202).doesNotContainHeader("Idempotent-Replayed");
        assertThat(deliver(DRY_RUN, USERS, "night-1"))
                .hasStatus(202)
                .hasHeader("Location", "/api/v1/imports/1")
                .hasHeader("Idempotent-Replayed", "true");
        assertThat(deliver(DRY_RUN, USERS, "night-2")).hasHeader("Location", "/api/v1/imports/2");
        assertThat(deliver(COMMIT, USERS, "night-1")).hasStatus(422).bodyText().contains("key-used-otherwise");
        assertThat(deliver(DRY_RUN, USERS, "x".repeat(256)))
                .hasStatus(422)
                .bodyText()
                .contains("key-unclear");
        assertThat(count("imports.import_file")).isEqualTo(2);
    }

    @Test
    void aKeyIsItsTokensOwnAndLastsADay() {
        deliver(DRY_RUN, USERS, "night-1");
        String first = secret;
        secret = tokens.working("shop", bob);
        assertThat(deliver(DRY_RUN, USERS, "night-1")).hasHeader("Location", "/api/v1/imports/2");

        secret = first;
        jdbc.sql("update imports.import_file set uploaded_at = uploaded_at - interval '24 hours'")
                .update();
        assertThat(deliver(DRY_RUN, USERS, "night-1")).hasHeader("Location", "/api/v1/imports/3");
    }

    @Test
    void whileAFileIsOnItsWayItsKeyIsTaken() {
        deliver(DRY_RUN, USERS, "night-1");
        jdbc.sql("update imports.import_file set state = 'UPLOADING', received = 1")
                .update();
        assertThat(deliver(DRY_RUN, USERS, "night-1"))
                .hasStatus(409)
                .containsHeader("Retry-After")
                .bodyText()
                .contains("still-arriving");

        jdbc.sql("update imports.import_file set uploaded_at = uploaded_at - interval '3 minutes'")
                .update();
        assertThat(deliver(DRY_RUN, USERS, "night-1")).hasStatus(202).hasHeader("Location", "/api/v1/imports/2");
    }

    @Test
    void whatIsRefusedKeepsNothingAndItsKeyIsFree() {
        assertThat(deliver(COMMIT, "", "night-1")).hasStatus(422).bodyText().contains("empty-file");
        assertThat(deliver(COMMIT, "%PDF-1.7 \0\1\2", "night-1"))
                .hasStatus(422)
                .bodyText()
                .contains("not-a-csv");
        assertThat(deliver(COMMIT, "name,city\nAnn,Hangzhou\n", "night-1"))
                .hasStatus(422)
                .bodyText()
                .contains("urn:wellspring:problem:identity-missing");
        assertThat(count("imports.file_chunk")).isZero();
        assertThat(deliver(COMMIT, USERS, "night-1")).hasStatus(202);
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
        assertThat(deliver(fields, USERS))
                .hasStatus(422)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
        assertThat(count("imports.import_file")).isZero();
    }

    @Test
    void whatIsMisspeltIsNotPassedOver() {
        assertThat(deliver(with(COMMIT, "max_rejected", "0"), USERS))
                .hasStatus(422)
                .bodyText()
                .contains("part-unknown", "max-rejected");
        assertThat(deliver(with(COMMIT, "max-rejected", "-1"), USERS)).hasStatus(422);
        String late = body(COMMIT, USERS)
                .replace("--" + BOUNDARY + "--", field("max-rejected", "0") + "--" + BOUNDARY + "--");
        assertThat(send(late, Optional.empty())).hasStatus(422).bodyText().contains("part-behind-file");
        assertThat(count("imports.file_chunk")).isZero();
    }

    @Test
    void aRequestThatBreaksOffKeepsNothing() {
        String whole = body(COMMIT, USERS);
        assertThat(send(whole.substring(0, whole.length() - 60), Optional.empty()))
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
        assertThat(get("/api/v1/imports/7")).bodyText().contains("There is no import");
    }

    @Test
    void anImportIsSeenByItsOwnTokenOnly() {
        deliver(DRY_RUN, USERS);
        jobs.runPending();
        secret = tokens.working("shop", bob);

        assertThat(get("/api/v1/imports/1")).hasStatus(404);
        assertThat(get("/api/v1/imports/1/rejected.csv")).hasStatus(404);
    }

    @Test
    @AsStaff
    void adminsSeeWhatATokenHasBroughtAndMayTakeItOver() {
        deliver(with(COMMIT, "max-rejected", "0"), USERS);
        jobs.runPending();
        assertThat(mvc.get().uri("/imports")).bodyText().contains("token CRM");
        assertThat(mvc.get().uri("/imports/1"))
                .bodyText()
                .contains("token CRM", "It waits for you", "/imports/1/commit");

        jdbc.sql("update imports.import_file set state = 'UPLOADED'").update();
        assertThat(mvc.post().uri("/imports/1/rehearsal").with(csrf()).param("field", "EXTERNAL_ID", "NAME", ""))
                .hasRedirectedUrl("/imports/1");
        jobs.runPending();
        assertThat(count("users.users")).isZero();
    }

    @Test
    @AsStaff
    void aFileOnItsWayCanBeThrownAwayByAnAdmin() {
        deliver(DRY_RUN, USERS);
        jdbc.sql("update imports.import_file set state = 'UPLOADING', received = 0, bytes = 0")
                .update();
        assertThat(mvc.get().uri("/imports")).hasStatusOk();
        assertThat(mvc.get().uri("/imports/new")).hasStatusOk();
        assertThat(mvc.get().uri("/imports/1")).hasStatusOk().bodyText().contains("token CRM");
    }

    @Test
    void aFailedRehearsalSaysWhy() {
        deliver(COMMIT, USERS);
        jdbc.sql("update imports.import_file set charset = 'nonsense'").update();
        jobs.runPending();
        assertThat(get("/api/v1/imports/1"))
                .bodyJson()
                .isLenientlyEqualTo("{\"outcome\": \"FAILED\", \"state\": \"UPLOADED\"}")
                .hasPathSatisfying(
                        "$.problem.detail",
                        detail -> assertThat(detail).asString().isNotBlank());
    }

    private MvcTestResult deliver(Map<String, String> fields, String content) {
        return send(body(fields, content), Optional.empty());
    }

    private MvcTestResult deliver(Map<String, String> fields, String content, String key) {
        return send(body(fields, content), Optional.of(key));
    }

    private MvcTestResult send(String body, Optional<String> key) {
        MockMvcTester.MockMvcRequestBuilder request = mvc.post()
                .uri("/api/v1/imports")
                .header("Authorization", "Bearer " + secret)
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=" + BOUNDARY))
                .content(body.getBytes(StandardCharsets.UTF_8));
        key.ifPresent(value -> request.header("Idempotency-Key", value));
        return request.exchange();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + secret).exchange();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private static String body(Map<String, String> fields, String content) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(field(name, value)));
        return body.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"users.csv\"\r\n")
                .append("Content-Type: text/csv\r\n\r\n")
                .append(content)
                .append("\r\n--")
                .append(BOUNDARY)
                .append("--\r\n")
                .toString();
    }

    private static String field(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value);
    }
}
