package io.wellspring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.wellspring.WellspringTest;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.BackgroundStaff;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.Role;
import io.wellspring.staff.StaffRoster;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@WellspringTest
@AsStaff
class KeepingTheTrailTests {

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditReading reading;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffRoster roster;

    @Autowired
    CurrentStaff currentStaff;

    @Autowired
    BackgroundStaff background;

    @Autowired
    BusinessClock clock;

    @Autowired
    MockMvcTester mvc;

    record Done(String action, String subject, Map<String, ?> before, Map<String, ?> after) implements Audited {

        Done(String action, String subject) {
            this(action, subject, Map.of(), Map.of());
        }
    }

    @Test
    void anEntrySaysWhoWhatAndWhen() {
        record(new Done(
                "tier.changed",
                "tier 3",
                Map.of("rank", 1, "open", true, "name", "Gold"),
                Map.of("rank", 2, "name", "Gold")));
        AuditEntry entry = all().getFirst();
        assertThat(entry.staffId()).contains(currentStaff.get().id());
        assertThat(entry.staffName()).isEqualTo("Ann");
        assertThat(entry.action()).isEqualTo("tier.changed");
        assertThat(entry.subject()).isEqualTo("tier 3");
        assertThat(entry.changes())
                .containsExactly(new AuditEntry.Change("open", "true", ""), new AuditEntry.Change("rank", "1", "2"));
    }

    @Test
    void backgroundWorkIsTheSystem() {
        background.run(() -> record(new Done("figures.refreshed", "figures")));
        AuditEntry entry = all().getFirst();
        assertThat(entry.bySystem()).isTrue();
        assertThat(entry.address()).isEmpty();
        assertThat(reading.newestFirst(
                        new AuditFilter(
                                Optional.empty(),
                                true,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        10))
                .hasSize(1);
    }

    @Test
    void itStandsAndFallsWithTheChange() {
        assertThatThrownBy(() -> trail.record(new Done("a.b", "c")))
                .isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            trail.record(new Done("a.b", "c"));
            status.setRollbackOnly();
        });
        assertThat(all()).isEmpty();
    }

    @Test
    void whatStaffDoIsOnRecord() {
        roster.invite("bob@example.org", "Bob", Role.OPERATOR);
        long bob = jdbc.sql("select id from staff.account where email = 'bob@example.org'")
                .query(Long.class)
                .single();
        roster.changeRole(bob, Role.MANAGER);
        roster.withdrawInvitation(bob);
        assertThat(all())
                .extracting(AuditEntry::action, AuditEntry::subject)
                .containsExactly(
                        tuple("staff.invitation-withdrawn", "staff " + bob),
                        tuple("staff.role-changed", "staff " + bob),
                        tuple("staff.invited", "staff " + bob));
        assertThat(all().get(1).changes()).containsExactly(new AuditEntry.Change("role", "OPERATOR", "MANAGER"));
        assertThat(jdbc.sql("select coalesce(string_agg(e::text, ''), '') from audit.entry e")
                        .query(String.class)
                        .single())
                .doesNotContain("bob@example.org");
    }

    @Test
    void nothingCanBeChangedOrDeleted() {
        record(new Done("a.b", "c"));
        assertThatThrownBy(() ->
                        jdbc.sql("update audit.entry set staff_name = 'Eve'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from audit.entry").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThat(all()).hasSize(1);
    }

    @Test
    void filtersNarrowTheList() {
        long ann = currentStaff.get().id();
        at("2026-03-01T15:59:59.999Z", "tier.changed", "tier 1");
        at("2026-03-01T16:00:00Z", "import.committed", "import 12");
        at("2026-03-02T15:59:59.999Z", "import.committed", "import 1_");
        at("2026-03-02T16:00:00Z", "import.committed", "tier 2");
        assertThat(page("/audit?from=2026-03-02&to=2026-03-02")).containsExactly("import 1_", "import 12");
        assertThat(page("/audit?from=2026-03-02")).hasSize(3);
        assertThat(page("/audit?to=2026-03-01")).containsExactly("tier 1");
        assertThat(page("/audit?action=import.committed")).hasSize(3);
        assertThat(page("/audit?subject=import")).hasSize(2);
        assertThat(page("/audit?subject=import%201_")).containsExactly("import 1_");
        assertThat(page("/audit?who=" + ann + "&action=tier.changed")).containsExactly("tier 1");
        assertThat(page("/audit?who=system")).isEmpty();
        assertThat(page("/audit?after=x")).hasSize(4);
    }

    @Test
    void whatCannotBeUnderstoodFindsNothingAndIsTold() {
        at("2026-03-02T16:00:00Z", "import.committed", "tier 2");
        assertThat(page("/audit")).containsExactly("tier 2");
        assertThat(page("/audit?who=%27&from=tomorrow&to=99999-01-01")).isEmpty();
        assertThat(mvc.get()
                        .uri("/audit?who=%27&from=tomorrow&to=99999-01-01")
                        .header("Accept-Language", "en")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("There is nobody like that", "The first day is none", "The last day is none")
                .doesNotContain("Nothing on record");
        assertThat(mvc.get()
                        .uri("/audit?from=2026-03-02&to=2026-03-01")
                        .header("Accept-Language", "zh-CN")
                        .exchange())
                .bodyText()
                .contains("起始日晚于结束日");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 0; i < 120; i++) {
            at("2026-03-01T12:00:00Z", "a.b", "thing %03d".formatted(i));
        }
        List<String> seen = new ArrayList<>();
        Optional<Long> after = Optional.empty();
        while (true) {
            List<AuditEntry> entries = reading.newestFirst(
                    new AuditFilter(
                            Optional.empty(),
                            false,
                            Optional.of("a.b"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            after),
                    50);
            entries.forEach(entry -> seen.add(entry.subject()));
            if (entries.size() < 50) {
                break;
            }
            after = Optional.of(entries.getLast().id());
        }
        assertThat(seen).hasSize(120).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(mvc.get().uri("/audit?subject=thing").exchange())
                .bodyText()
                .contains("thing 119", "/audit?subject=thing&amp;after=")
                .doesNotContain("thing 069");
    }

    @Test
    void changesAreReadInBothLanguages() {
        record(new Done("staff.role-changed", "staff 2", Map.of("role", Role.OPERATOR), Map.of("role", Role.MANAGER)));
        record(new Done("unheard.of", "thing", Map.of(), Map.of("depth", 3)));
        assertThat(mvc.get().uri("/audit").exchange())
                .bodyText()
                .contains("Role changed", "Operator", "Manager", "unheard.of", "depth")
                .doesNotContain("??");
        assertThat(mvc.get().uri("/audit").header("Accept-Language", "zh").exchange())
                .bodyText()
                .contains("更改角色", "运营", "主管")
                .doesNotContain("??");
    }

    @Test
    void whatItIsAboutIsCalledAsTheReaderCallsIt() {
        record(new Done("a.b", "user 5"));
        record(new Done("a.b", "users"));
        record(new Done("a.b", "earning rule 11 Shopping"));
        record(new Done("a.b", "RFM as of 2012-01-31"));
        record(new Done("a.b", "something else 4"));
        assertThat(mvc.get().uri("/audit").header("Accept-Language", "zh").exchange())
                .bodyText()
                .contains(">用户 5<", ">用户列表<", ">赚取规则 11 Shopping<", ">RFM 截至 2012-01-31<", ">something else 4<");
        assertThat(mvc.get().uri("/audit").header("Accept-Language", "en").exchange())
                .bodyText()
                .contains(">user 5<", ">users<", ">earning rule 11 Shopping<", ">RFM as of 2012-01-31<");
        for (String asked : List.of("用户", "用户 5", "user 5")) {
            assertThat(mvc.get()
                            .uri("/audit?subject={asked}", asked)
                            .header("Accept-Language", "zh")
                            .exchange())
                    .bodyText()
                    .contains(">用户 5<")
                    .doesNotContain(">赚取规则 11 Shopping<");
        }
    }

    @Test
    void amountsListsAndTruthAreReadAsPeopleReadThem() {
        Map<String, ?> before = Map.of("amount", new Money(6_000), "segments", List.of("VIPs", "Lost"), "shared", true);
        record(new Done("a.b", "user 5", before, Map.of()));
        assertThat(mvc.get().uri("/audit").header("Accept-Language", "en").exchange())
                .bodyText()
                .contains(">60.00 CNY<", ">VIPs, Lost<", ">yes<");
        assertThat(mvc.get().uri("/audit").header("Accept-Language", "zh").exchange())
                .bodyText()
                .contains(">金额<", ">仅限分群<", ">是<");
    }

    @Test
    void otherSystemsAreNamedByTheirTokens() {
        jdbc.sql(
                        "insert into audit.entry (at, staff_name, action, subject) values (now(), 'token shop', 'a.b', 'user 5')")
                .update();
        assertThat(mvc.get().uri("/audit").header("Accept-Language", "zh").exchange())
                .bodyText()
                .contains(">API 令牌 shop<");
    }

    /** Each kind of thing is asked for by its name as it is shown: no two have the same. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void kindsAreToldApart(String language) {
        for (String kind :
                List.of("user 5", "users", "tag 3", "tag group 3", "mapping 1", "mappings", "plan 1", "points")) {
            record(new Done("a.b", kind));
        }
        MvcTestResult shown =
                mvc.get().uri("/audit").header("Accept-Language", language).exchange();
        assertThat(shown).hasStatusOk();
        List<String> names = Pattern.compile(
                        "<td class=\"text-nowrap\" data-label=\"(?:Subject|对象)\">(?:<a[^>]*>)?([^<]+)<")
                .matcher(new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(names).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    @AsStaff(Role.MANAGER)
    void onlyAdminsRead() {
        assertThatThrownBy(() -> reading.newestFirst(AuditFilter.none(), 10)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> reading.actions()).isInstanceOf(AccessDeniedException.class);
        record(new Done("a.b", "c"));
    }

    private void record(Audited what) {
        transaction.executeWithoutResult(status -> trail.record(what));
    }

    private List<AuditEntry> all() {
        return reading.newestFirst(AuditFilter.none(), 100);
    }

    private void at(String when, String action, String subject) {
        jdbc.sql("""
                        insert into audit.entry (at, staff_id, staff_name, action, subject, address)
                        values (:at, :id, 'Ann', :action, :subject, '127.0.0.1')""")
                .param("at", OffsetDateTime.ofInstant(Instant.parse(when), ZoneOffset.UTC))
                .param("id", currentStaff.get().id())
                .param("action", action)
                .param("subject", subject)
                .update();
    }

    /** The subjects on a page, newest first. */
    private List<String> page(String address) {
        MvcTestResult shown = mvc.get().uri(URI.create(address)).exchange();
        assertThat(shown).hasStatusOk();
        String body = new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return Pattern.compile("<td class=\"text-nowrap\"[^>]*>(?:<a[^>]*>)?((?:tier|import) [^<]+)<")
                .matcher(body)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
