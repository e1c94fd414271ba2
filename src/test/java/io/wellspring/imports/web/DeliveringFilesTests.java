package io.wellspring.imports.web;

import static io.wellspring.imports.web.Deliveries.COMMIT;
import static io.wellspring.imports.web.Deliveries.DRY_RUN;
import static io.wellspring.imports.web.Deliveries.USERS;
import static io.wellspring.imports.web.Deliveries.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.staff.Role;
import io.wellspring.staff.StaffFixtures;
import io.wellspring.staff.TokenFixtures;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A file that another system brings is rehearsed and, if it says so, committed, without anybody at a page. */
@WellspringTest
@Import({StaffFixtures.class, TokenFixtures.class})
class DeliveringFilesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private StaffFixtures staff;

    @Autowired
    private TokenFixtures tokens;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JdbcClient jdbc;

    private Deliveries crm;

    @BeforeEach
    void theCrmHasAToken() {
        crm = new Deliveries(mvc, tokens.working("CRM", staff.active("bob@example.org", Role.ADMIN)));
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndDoesNothing() {
        MvcTestResult delivered = crm.deliver(DRY_RUN, USERS);
        assertThat(delivered).hasStatus(202).hasHeader("Location", "/api/v1/imports/1");
        assertThat(delivered)
                .bodyJson()
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("REHEARSING"))
                .hasPathSatisfying("$.outcome", outcome -> assertThat(outcome).isEqualTo("RUNNING"))
                .hasPathSatisfying("$.counts", counts -> assertThat(counts).isNull());

        jobs.runPending();
        assertThat(crm.get("/api/v1/imports/1")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                        {"id": 1, "kind": "USERS", "mode": "dry-run", "state": "REHEARSED", "outcome": "SUCCEEDED",
                         "counts": {"rowsRead": 2, "created": 1, "updated": 0, "unchanged": 0, "rejected": 1, "newUsers": 0},
                         "rejections": [{"reason": "PHONE_INVALID", "text": "no valid phone", "count": 1}],
                         "job": null, "problem": null,
                         "links": {"self": "/api/v1/imports/1", "rejected": "/api/v1/imports/1/rejected.csv"}}""");
        assertThat(crm.get("/api/v1/imports/1/rejected.csv"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/csv")
                .bodyText()
                .startsWith("\uFEFFid,name,phone,Line,Reason")
                .contains("A2,Bob,12,3,");
        assertThat(count("users.users")).isZero();
    }

    @Test
    void aCommitFollowsTheRehearsalThoughNobodyAsks() {
        crm.deliver(COMMIT, USERS);
        jobs.runPending("imports.rehearse");
        assertThat(count("users.users")).isZero();
        assertThat(crm.get("/api/v1/imports/1"))
                .bodyJson()
                .isLenientlyEqualTo("{\"state\": \"COMMITTING\", \"outcome\": \"RUNNING\", \"mode\": \"commit\"}");

        jobs.runPending("imports.commit");
        assertThat(crm.get("/api/v1/imports/1")).bodyJson().isLenientlyEqualTo("""
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
        crm.deliver(COMMIT, USERS);
        jobs.runPending();
        crm.deliver(COMMIT, USERS);
        jobs.runPending();

        assertThat(crm.get("/api/v1/imports/2")).bodyJson().isLenientlyEqualTo("""
                        {"state": "COMMITTED", "outcome": "SUCCEEDED", "counts": {"created": 0, "unchanged": 1, "rejected": 1}}""");
    }

    @Test
    void moreRejectedRowsThanAllowedHoldItBack() {
        crm.deliver(with(COMMIT, "max-rejected", "0"), USERS);
        crm.deliver(with(COMMIT, "max-rejected", "1"), USERS);
        jobs.runPending();

        assertThat(crm.get("/api/v1/imports/1"))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"state\": \"REHEARSED\", \"outcome\": \"HELD\", \"problem\": {\"code\": \"too-many-rejected\"}}");
        assertThat(crm.get("/api/v1/imports/2")).bodyJson().isLenientlyEqualTo("{\"state\": \"COMMITTED\"}");
    }

    @Test
    void ordersComeInTheSameWay() {
        crm.deliver(
                Map.of("kind", "ORDERS", "mode", "commit"),
                "order no,id,paid at,amount\nO1,A1,2026-01-02,10\nO2,A1,2026-01-03,20\n");
        jobs.runPending();
        assertThat(crm.get("/api/v1/imports/1"))
                .bodyJson()
                .isLenientlyEqualTo("{\"state\": \"COMMITTED\", \"counts\": {\"created\": 2, \"newUsers\": 1}}");
    }

    @Test
    void activityComesInTheSameWay() {
        crm.deliver(Map.of("kind", "activity", "mode", "commit"), "id,action,time\nA1,login,2026-01-02 10:00\n");
        jobs.runPending();
        assertThat(crm.get("/api/v1/imports/1"))
                .bodyJson()
                .isLenientlyEqualTo("{\"kind\": \"ACTIVITY\", \"state\": \"COMMITTED\", \"counts\": {\"created\": 1}}");
    }

    @Test
    void aRememberedMappingIsAppliedByItsName() {
        crm.deliver(COMMIT, USERS);
        jobs.runPending();
        String name = jdbc.sql("select name from imports.saved_mapping")
                .query(String.class)
                .single();
        assertThat(crm.deliver(with(DRY_RUN, "mapping", name), USERS))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.mapping")
                .isEqualTo(name);
        assertThat(crm.deliver(with(DRY_RUN, "mapping", "no such"), USERS))
                .hasStatus(404)
                .bodyText()
                .contains("unknown-mapping", "no such");
        assertThat(crm.deliver(with(DRY_RUN, "mapping", name), "id,phone\nA1,13800002210\n"))
                .hasStatus(422)
                .bodyText()
                .contains("mapping-does-not-fit");
    }

    @Test
    void aFailedRehearsalSaysWhy() {
        crm.deliver(COMMIT, USERS);
        jdbc.sql("update imports.import_file set charset = 'nonsense'").update();
        jobs.runPending();
        assertThat(crm.get("/api/v1/imports/1"))
                .bodyJson()
                .isLenientlyEqualTo("{\"outcome\": \"FAILED\", \"state\": \"UPLOADED\"}")
                .hasPathSatisfying(
                        "$.problem.detail",
                        detail -> assertThat(detail).asString().isNotBlank());
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
