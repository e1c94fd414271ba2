package io.wellspring.users;

import static io.wellspring.shared.SqlFiles.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.shared.UndoReport;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Ann agreed to text messages when she joined, bob refused them, and nobody ever asked eve. */
@WellspringTest
@AsStaff
class TakingConsentsTests {

    private static final Instant WHEN = Instant.parse("2026-07-01T02:00:00Z");

    @Autowired
    private Consents consents;

    @Autowired
    private UserIntake users;

    @Autowired
    private UserMerging merging;

    @Autowired
    private UserDirectory directory;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private UserId ann;
    private UserId bob;
    private UserId eve;

    @BeforeEach
    void people() {
        take(1, Set.of(), user(2, "ann", true, null), user(3, "bob", false, true), user(4, "eve", null, null));
        ann = directory.search("ann", 1).getFirst();
        bob = directory.search("bob", 1).getFirst();
        eve = directory.search("eve", 1).getFirst();
    }

    @Test
    void importsBringThemAndKeepWhatIsNotSaid() {
        assertThat(standing()).containsExactly("ann true -", "bob false true", "eve - -");
        assertThat(kept())
                .containsExactly("ann SMS true IMPORT 1", "bob SMS false IMPORT 1", "bob EMAIL true IMPORT 1");

        take(2, Set.of(), user(2, "ann", null, true), user(3, "bob", false, false), user(4, "eve", null, null));
        assertThat(standing()).containsExactly("ann true true", "bob false false", "eve - -");
        assertThat(kept())
                .endsWith("ann EMAIL true IMPORT 2", "bob EMAIL false IMPORT 2")
                .hasSize(5);
    }

    @Test
    void aColumnThatFillsOverrulesNobody() {
        take(2, Set.of(UserField.SMS_CONSENT), user(2, "bob", true, null), user(3, "eve", true, null));

        assertThat(standing()).containsExactly("ann true -", "bob false true", "eve true -");
        assertThat(kept()).endsWith("eve SMS true IMPORT 2").hasSize(4);
    }

    @Test
    void undoingAnImportGoesBackToWhatWasSaidBefore() {
        take(2, Set.of(), user(2, "ann", false, null), user(3, "dan", true, null));
        consents.change(bob, ContactMedium.EMAIL, Optional.of(false), "wrote to us");

        assertThat(users.undo(2, 2)).isEqualTo(new UndoReport(2, 0, 0));
        assertThat(standing()).containsExactly("ann true -", "bob false false", "eve - -");
        assertThat(kept()).endsWith("bob EMAIL false STAFF -", "ann SMS true UNDO 2");
        assertThat(entriesOfNobody()).isZero();
    }

    @Test
    void whatStaffWereToldSinceStandsWhenAnImportIsUndone() {
        take(2, Set.of(), user(2, "ann", false, true), user(3, "dan", true, null));
        UserId dan = directory.search("dan", 1).getFirst();
        consents.change(ann, ContactMedium.EMAIL, Optional.of(false), "on the phone");
        consents.change(dan, ContactMedium.SMS, Optional.of(false), "on the phone");

        assertThat(users.undo(2, 2).kept()).isEqualTo(2);
        assertThat(standing()).containsExactly("ann true false", "bob false true", "dan false -", "eve - -");
        assertThat(users.remainder(2, 0, 10))
                .extracting(UndoRemainder::userId, UndoRemainder::reason)
                .contains(tuple(dan.value(), "SAID_TO_STAFF"));
    }

    @Test
    void staffTakeDownWhatTheyAreToldOnceAndItIsRecorded() {
        consents.change(eve, ContactMedium.SMS, Optional.of(true), "  at the counter ");
        consents.change(eve, ContactMedium.SMS, Optional.of(true), "again");
        consents.change(eve, ContactMedium.SMS, Optional.empty(), "was somebody else");

        assertThat(consents.of(eve))
                .extracting(
                        ConsentEntry::given,
                        entry -> entry.reason().orElseThrow(),
                        entry -> entry.by().orElseThrow())
                .containsExactly(
                        tuple(Optional.empty(), "was somebody else", "Ann"),
                        tuple(Optional.of(true), "at the counter", "Ann"));
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'user.consent'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void nothingIsTakenDownWithoutAReasonNorOfNobody() {
        assertThatThrownBy(() -> consents.change(ann, ContactMedium.SMS, Optional.of(false), " "))
                .isInstanceOf(ConsentReasonMissing.class);
        assertThatThrownBy(() -> consents.change(ann, ContactMedium.SMS, Optional.of(false), "x".repeat(201)))
                .isInstanceOf(ConsentReasonMissing.class);
        assertThatThrownBy(() -> consents.change(new UserId(999_999), ContactMedium.SMS, Optional.of(false), "called"))
                .isInstanceOf(UnknownUser.class);
        consents.change(ann, ContactMedium.SMS, Optional.of(false), "x".repeat(200));
        assertThat(standing()).first().isEqualTo("ann false -");
    }

    @Test
    void ofTwoWhoAreOneARefusalHoldsAndTheirHistoryIsOne() {
        merging.merge(ann, bob);

        assertThat(standing()).containsExactly("ann false true", "eve - -");
        assertThat(consents.of(ann))
                .extracting(ConsentEntry::medium, ConsentEntry::given, ConsentEntry::cause)
                .contains(
                        tuple(ContactMedium.SMS, Optional.of(true), ConsentEntry.Cause.IMPORT),
                        tuple(ContactMedium.SMS, Optional.of(false), ConsentEntry.Cause.IMPORT));
        assertThat(unkept()).isZero();
        consents.change(bob, ContactMedium.SMS, Optional.of(true), "calls again, by the old number");
        assertThat(standing()).first().isEqualTo("ann true true");
    }

    @Test
    void aRefusalHoldsAlthoughTheOtherAgreedLater() {
        consents.change(ann, ContactMedium.SMS, Optional.of(false), "on the phone");
        consents.change(ann, ContactMedium.SMS, Optional.of(true), "on the phone, a day later");
        merging.merge(bob, ann);

        assertThat(standing()).containsExactly("bob false true", "eve - -");
        assertThat(consents.of(bob))
                .first()
                .extracting(ConsentEntry::given, ConsentEntry::cause)
                .containsExactly(Optional.of(false), ConsentEntry.Cause.MERGE);
        assertThat(unkept()).isZero();
    }

    @Test
    void profilesKnowAtOnceAndRefreshesFindNothingToAdd() {
        metrics.refreshAll(LocalDate.parse("2026-06-30"), 365);
        profiles.refreshAll();
        assertThat(inProfiles()).containsExactly("ann true -", "bob false true", "eve - -");

        consents.change(ann, ContactMedium.SMS, Optional.of(false), "on the phone");
        assertThat(inProfiles()).first().isEqualTo("ann false -");
        assertThat(profiles.drift(10)).isEmpty();
    }

    @Test
    void whatWasSaidBesideARefreshIsSeenBeforeItEnds() {
        metrics.refreshAll(LocalDate.parse("2026-06-30"), 365);
        profiles.refreshAll();
        jdbc.sql("update users.users set sms_consent = true where user_id = :eve")
                .param("eve", eve.value())
                .update();
        assertThat(jdbc.sql(sql("profiles/keep-consents")).update()).isEqualTo(1);
        assertThat(jdbc.sql(sql("profiles/keep-consents")).update()).isZero();
        assertThat(jdbc.sql(sql("profiles/keep-touched-consents"))
                        .param("intake", 1)
                        .update())
                .isZero();
        assertThat(inProfiles()).last().isEqualTo("eve true -");
    }

    @Test
    void statementsMayBeRepeated() {
        assertThat(jdbc.sql(sql("users/insert-consents"))
                        .param("intake", 1)
                        .param("when", WHEN.atOffset(ZoneOffset.UTC))
                        .update())
                .isZero();
        assertThat(jdbc.sql(sql("users/insert-undone-consents"))
                        .param("intake", 1)
                        .param("when", WHEN.atOffset(ZoneOffset.UTC))
                        .update())
                .isZero();
        assertThat(jdbc.sql(sql("users/delete-gone-consents")).update()).isZero();
        assertThat(kept()).hasSize(3);
    }

    @Test
    void thePageShowsTakesDownAndKeepsWhatWasTyped() {
        assertThat(mvc.get().uri("/users/" + bob + "/consents"))
                .hasStatusOk()
                .bodyText()
                .contains("refuses", "Import 1");
        assertThat(mvc.get().uri("/users/" + bob + "/consents").header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("refuses")
                .doesNotContain("<html");
        assertThat(mvc.post()
                        .uri("/users/" + bob + "/consents")
                        .with(csrf())
                        .param("medium", "SMS")
                        .param("said", "YES")
                        .param("reason", "replied to a message"))
                .hasStatus3xxRedirection();
        assertThat(standing()).element(1).isEqualTo("bob true true");
        assertThat(mvc.post()
                        .uri("/users/" + bob + "/consents")
                        .with(csrf())
                        .param("medium", "EMAIL")
                        .param("said", "NO")
                        .param("reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("how the user said so");
        assertThat(mvc.get().uri("/users/999999/consents")).hasStatus(404);
    }

    private void take(long intake, Set<UserField> fill, UserRow... rows) {
        users.stage(intake, taker -> Stream.of(rows).forEach(taker));
        users.merge(intake, new UserTerms(IntakeMode.CREATE_AND_UPDATE, UserTerms.USUAL_MATCH, fill, false, WHEN));
    }

    private static UserRow user(long line, String name, @Nullable Boolean sms, @Nullable Boolean email) {
        return new UserRow(line, name, null, null, null, null, null, null, null, null, WHEN, null, null, sms, email);
    }

    private List<String> standing() {
        return jdbc.sql("""
                        select external_id || ' ' || coalesce(sms_consent::text, '-') || ' ' || coalesce(email_consent::text, '-')
                        from users.users
                        order by external_id
                        """).query(String.class).list();
    }

    private List<String> inProfiles() {
        return jdbc.sql("""
                        select u.external_id || ' ' || coalesce(p.sms_consent::text, '-') || ' ' || coalesce(p.email_consent::text, '-')
                        from profiles.profile p
                        join users.users u on u.user_id = p.user_id
                        order by u.external_id
                        """).query(String.class).list();
    }

    private List<String> kept() {
        return jdbc.sql("""
                        select concat_ws(' ', u.external_id, e.medium, coalesce(e.given::text, '-'), e.cause, coalesce(e.intake_id::text, '-'))
                        from users.consent_entry e
                        join users.users u on u.user_id = e.user_id
                        order by e.entry_id
                        """).query(String.class).list();
    }

    private long unkept() {
        return jdbc.sql("select count(*) from users.unkept_consent")
                .query(Long.class)
                .single();
    }

    private long entriesOfNobody() {
        return jdbc.sql(
                        "select count(*) from users.consent_entry e where not exists (select from users.users u where u.user_id = e.user_id)")
                .query(Long.class)
                .single();
    }
}
