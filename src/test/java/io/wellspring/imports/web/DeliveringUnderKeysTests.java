package io.wellspring.imports.web;

import static io.wellspring.imports.web.Deliveries.COMMIT;
import static io.wellspring.imports.web.Deliveries.DRY_RUN;
import static io.wellspring.imports.web.Deliveries.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.staff.Role;
import io.wellspring.staff.StaffFixtures;
import io.wellspring.staff.TokenFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is delivered again under the same key is the import that was made of it first. */
@WellspringTest
@Import({StaffFixtures.class, TokenFixtures.class})
class DeliveringUnderKeysTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private StaffFixtures staff;

    @Autowired
    private TokenFixtures tokens;

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
    void underOneKeyThereIsOneImport() {
        assertThat(crm.deliver(DRY_RUN, USERS, "night-1")).hasStatus(202).doesNotContainHeader("Idempotent-Replayed");
        assertThat(crm.deliver(DRY_RUN, USERS, "night-1"))
                .hasStatus(202)
                .hasHeader("Location", "/api/v1/imports/1")
                .hasHeader("Idempotent-Replayed", "true");
        assertThat(crm.deliver(DRY_RUN, USERS, "night-2")).hasHeader("Location", "/api/v1/imports/2");
        assertThat(crm.deliver(COMMIT, USERS, "night-1"))
                .hasStatus(422)
                .bodyText()
                .contains("key-used-otherwise");
        assertThat(crm.deliver(DRY_RUN, USERS, "x".repeat(256)))
                .hasStatus(422)
                .bodyText()
                .contains("key-unclear");
        assertThat(count("imports.import_file")).isEqualTo(2);
    }

    @Test
    void aKeyIsItsTokensOwnAndLastsADay() {
        crm.deliver(DRY_RUN, USERS, "night-1");
        Deliveries shop = new Deliveries(mvc, tokens.working("shop", bob));
        assertThat(shop.deliver(DRY_RUN, USERS, "night-1")).hasHeader("Location", "/api/v1/imports/2");

        jdbc.sql("update imports.import_file set uploaded_at = uploaded_at - interval '24 hours'")
                .update();
        assertThat(crm.deliver(DRY_RUN, USERS, "night-1")).hasHeader("Location", "/api/v1/imports/3");
    }

    @Test
    void whileAFileIsOnItsWayItsKeyIsTaken() {
        crm.deliver(DRY_RUN, USERS, "night-1");
        jdbc.sql("update imports.import_file set state = 'UPLOADING', received = 1")
                .update();
        assertThat(crm.deliver(DRY_RUN, USERS, "night-1"))
                .hasStatus(409)
                .containsHeader("Retry-After")
                .bodyText()
                .contains("still-arriving");

        jdbc.sql("update imports.import_file set uploaded_at = uploaded_at - interval '3 minutes'")
                .update();
        assertThat(crm.deliver(DRY_RUN, USERS, "night-1")).hasStatus(202).hasHeader("Location", "/api/v1/imports/2");
    }

    @Test
    void whatIsRefusedKeepsNothingAndItsKeyIsFree() {
        assertThat(crm.deliver(COMMIT, "", "night-1")).hasStatus(422).bodyText().contains("empty-file");
        assertThat(crm.deliver(COMMIT, "%PDF-1.7 \0\1\2", "night-1"))
                .hasStatus(422)
                .bodyText()
                .contains("not-a-csv");
        assertThat(crm.deliver(COMMIT, "name,city\nAnn,Hangzhou\n", "night-1"))
                .hasStatus(422)
                .bodyText()
                .contains("urn:wellspring:problem:identity-missing");
        assertThat(count("imports.file_chunk")).isZero();
        assertThat(crm.deliver(COMMIT, USERS, "night-1")).hasStatus(202);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
