package io.wellspring.imports.web;

import static io.wellspring.imports.web.Deliveries.COMMIT;
import static io.wellspring.imports.web.Deliveries.DRY_RUN;
import static io.wellspring.imports.web.Deliveries.USERS;
import static io.wellspring.imports.web.Deliveries.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import io.wellspring.staff.StaffFixtures;
import io.wellspring.staff.TokenFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What was delivered is seen by the token that brought it, and by admins on the pages. */
@WellspringTest
@Import({StaffFixtures.class, TokenFixtures.class})
class SeeingDeliveriesTests {

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

    private long bob;
    private Deliveries crm;

    @BeforeEach
    void theCrmHasAToken() {
        bob = staff.active("bob@example.org", Role.ADMIN);
        crm = new Deliveries(mvc, tokens.working("CRM", bob));
    }

    @Test
    void anImportIsSeenByItsOwnTokenOnly() {
        crm.deliver(DRY_RUN, USERS);
        jobs.runPending();
        Deliveries shop = new Deliveries(mvc, tokens.working("shop", bob));

        assertThat(shop.get("/api/v1/imports/1")).hasStatus(404);
        assertThat(shop.get("/api/v1/imports/1/rejected.csv")).hasStatus(404);
    }

    @Test
    @AsStaff
    void adminsSeeWhatATokenHasBroughtAndMayTakeItOver() {
        crm.deliver(with(COMMIT, "max-rejected", "0"), USERS);
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
        crm.deliver(DRY_RUN, USERS);
        jdbc.sql("update imports.import_file set state = 'UPLOADING', received = 0, bytes = 0")
                .update();
        assertThat(mvc.get().uri("/imports")).hasStatusOk();
        assertThat(mvc.get().uri("/imports/new")).hasStatusOk();
        assertThat(mvc.get().uri("/imports/1")).hasStatusOk().bodyText().contains("token CRM");
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
