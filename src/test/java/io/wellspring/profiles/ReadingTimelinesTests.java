package io.wellspring.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.lifecycle.LifecycleStaging;
import io.wellspring.membership.MembershipPlans;
import io.wellspring.membership.PaidMembership;
import io.wellspring.membership.PlanTerms;
import io.wellspring.membership.TermLength;
import io.wellspring.membership.TierProgram;
import io.wellspring.membership.Tiering;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.points.BusinessKey;
import io.wellspring.points.Cause;
import io.wellspring.points.Earning;
import io.wellspring.points.ExpiryPolicy;
import io.wellspring.points.Points;
import io.wellspring.points.PointsLedger;
import io.wellspring.rfm.RfmScoring;
import io.wellspring.shared.Money;
import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineMark;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.tags.Choice;
import io.wellspring.tags.GroupDraft;
import io.wellspring.tags.TagCatalogue;
import io.wellspring.tags.TagDesk;
import io.wellspring.tags.TagDraft;
import io.wellspring.users.Consents;
import io.wellspring.users.ContactMedium;
import io.wellspring.users.StaffNotes;
import io.wellspring.users.UserMerging;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Everything about ann stands on one line: once each, in order, and what is told of her twin too when they turn out to be one. */
@WellspringTest
@AsStaff
class ReadingTimelinesTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    @Autowired
    Timeline timeline;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    TierProgram program;

    @Autowired
    Tiering tiering;

    @Autowired
    RfmScoring scoring;

    @Autowired
    LifecycleStaging lifecycle;

    @Autowired
    ProfileRefresh profiles;

    @Autowired
    TagCatalogue catalogue;

    @Autowired
    TagDesk tags;

    @Autowired
    StaffNotes notes;

    @Autowired
    Consents consents;

    @Autowired
    PointsLedger ledger;

    @Autowired
    UserMerging merging;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MembershipPlans plans;

    @Autowired
    PaidMembership paid;

    @Autowired
    MockMvcTester mvc;

    Facts facts;
    UserId ann;
    UserId twin;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        twin = facts.user("twin", "2026-01-02");
    }

    @Test
    void tellsEveryKindInOrder() {
        everything();

        List<TimelineEntry> line = whole(ann, Optional.empty());

        assertThat(line).extracting(entry -> entry.mark().kind()).containsAll(timeline.kinds());
        assertThat(timeline.kinds())
                .containsExactly(
                        "order",
                        "refund",
                        "activity",
                        "stage",
                        "tier",
                        "benefit",
                        "membership",
                        "points",
                        "class",
                        "tag",
                        "segment",
                        "note",
                        "consent",
                        "account",
                        "import");
        assertThat(line)
                .extracting(TimelineEntry::mark)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates();
        assertThat(line.getLast().message()).isEqualTo("users.timeline.registered");
    }

    @Test
    void narrowsToOneKind() {
        everything();
        for (String kind : timeline.kinds()) {
            assertThat(whole(ann, Optional.of(kind)))
                    .isNotEmpty()
                    .extracting(entry -> entry.mark().kind())
                    .containsOnly(kind);
        }
        assertThatThrownBy(() -> timeline.page(ann, Optional.of("dream"), Optional.empty(), 5))
                .isInstanceOf(UnreadableTimeline.class);
    }

    @Test
    void losesAndRepeatsNothingWhereManyShareAnInstant() {
        for (int i = 0; i < 5; i++) {
            facts.order(ann, "2026-06-01T10:00", 100 + i);
            facts.refund(ann, "2026-06-01T10:00", 10 + i);
            did(ann, "visit " + i, "2026-06-01T10:00:00+08:00");
            passage(ann, segment("segment " + i), "2026-06-01T10:00:00+08:00", i % 2 == 0);
        }
        facts.order(ann, "2026-06-01T09:59", 1);
        List<TimelineMark> all =
                whole(ann, Optional.empty()).stream().map(TimelineEntry::mark).toList();
        assertThat(all).hasSize(22).doesNotHaveDuplicates();

        for (int size = 1; size <= 23; size++) {
            assertThat(paged(ann, size)).as("pages of " + size).isEqualTo(all);
        }
    }

    @Test
    void staysSteadyWhenSomethingNewHappensBetweenPages() {
        for (int day = 1; day <= 6; day++) {
            facts.order(ann, "2026-06-0" + day, 100);
        }
        Timeline.Page first = timeline.page(ann, Optional.of("order"), Optional.empty(), 3);
        facts.order(ann, "2026-06-09", 100);

        Timeline.Page second = timeline.page(ann, Optional.of("order"), first.older(), 3);

        assertThat(second.entries()).hasSize(3).doesNotContainAnyElementsOf(first.entries());
        assertThat(second.older()).isEmpty();
    }

    @Test
    void showsBothAfterAMerge() {
        long gold = segment("gold");
        facts.order(ann, "2026-05-01", 100);
        facts.order(twin, "2026-05-02", 200);
        passage(ann, gold, "2026-05-03T02:00:00+08:00", true);
        passage(twin, gold, "2026-05-03T02:00:00+08:00", true);
        passage(twin, gold, "2026-05-04T02:00:00+08:00", false);
        tags.give(tag("kol"), twin);
        notes.write(twin, UUID.randomUUID(), "of the twin", false);

        merging.merge(ann, twin);

        List<TimelineEntry> line = whole(ann, Optional.empty());
        assertThat(of(line, "order")).hasSize(2);
        assertThat(of(line, "segment"))
                .extracting(TimelineEntry::message)
                .containsExactly("segments.timeline.left", "segments.timeline.entered");
        assertThat(of(line, "tag")).extracting(TimelineEntry::message).containsExactly("tags.timeline.given");
        assertThat(of(line, "note")).hasSize(1);
        assertThat(of(line, "account"))
                .extracting(TimelineEntry::message)
                .containsExactly("users.timeline.merged", "users.timeline.registered");
    }

    @Test
    void followsMergesOfMerges() {
        UserId third = facts.user("third", "2026-01-03");
        facts.order(third, "2026-05-01", 100);
        tags.give(tag("kol"), third);
        merging.merge(twin, third);
        merging.merge(ann, twin);

        assertThat(merging.absorbedBy(ann)).containsExactly(twin, third);
        assertThat(of(whole(ann, Optional.empty()), "tag")).hasSize(1);
        assertThat(of(whole(ann, Optional.empty()), "account")).hasSize(3);
    }

    @Test
    void saysNothingOfStagesStillToCome() {
        everything();
        assertThat(of(whole(ann, Optional.empty()), "stage")).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.wholeDay()).isTrue();
            assertThat(entry.mark().at()).isBefore("2026-06-30T16:00:00Z");
        });
    }

    @Test
    void speaksBothLanguages() {
        everything();
        for (String language : List.of("en", "zh-CN")) {
            for (String address : List.of(
                    "/users/" + ann,
                    "/users/" + ann + "/timeline",
                    "/users/" + ann + "/timeline?kind=order",
                    "/users/" + ann + "/hours",
                    "/users/" + ann + "/similar",
                    "/users/" + ann + "/segments")) {
                assertThat(mvc.get()
                                .uri(address)
                                .header("Accept-Language", language)
                                .exchange())
                        .as(address)
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("??");
            }
        }
        assertThat(mvc.get()
                        .uri("/users/" + ann)
                        .header("Accept-Language", "en")
                        .exchange())
                .bodyText()
                .contains("Order ¥20.00", "2026-06-29 12:00", "Refund −¥5.00", "“kol”", "Note by Ann", "page home");
    }

    @Test
    void givesOlderOnesPieceByPiece() {
        for (int i = 0; i < 45; i++) {
            facts.order(ann, "2026-06-01T10:00", 100);
        }
        String mark = timeline.page(ann, Optional.empty(), Optional.empty(), 40)
                .older()
                .orElseThrow()
                .toString();
        String page = "/users/" + ann + "/timeline";
        assertThat(mvc.get()
                        .uri(page)
                        .header("Accept-Language", "en")
                        .header("HX-Request", "true")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("id=\"timeline\"", "Older")
                .doesNotContain("<html");
        assertThat(mvc.get()
                        .uri(page)
                        .param("before", mark)
                        .header("Accept-Language", "en")
                        .header("HX-Request", "true")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("<li class=\"kind-order\"")
                .doesNotContain("<html", "id=\"timeline\"", "Older");
        assertThat(mvc.get()
                        .uri(page)
                        .param("before", mark)
                        .header("Accept-Language", "en")
                        .exchange())
                .bodyText()
                .contains("To the latest");
        for (String nowhere :
                List.of("yesterday", "2026-06-01T10:00:00Z_order_x", "+999999999-12-31T00:00:00Z_order_1")) {
            assertThat(mvc.get().uri(page).param("before", nowhere).exchange())
                    .as(nowhere)
                    .hasStatus(422);
        }
        assertThat(mvc.get().uri(page + "?kind=dream").exchange()).hasStatus(422);
        assertThat(mvc.get().uri("/users/999/timeline").exchange()).hasStatus(404);
    }

    private void everything() {
        facts.order(ann, "2026-03-20", 1000);
        scoring.run(LocalDate.parse("2026-05-31"));
        facts.order(ann, "2026-06-29", 2000);
        facts.refund(ann, "2026-06-29T18:00", 500);
        facts.order(twin, "2026-06-28", 90_000);
        facts.order(twin, "2026-06-29", 90_000);
        did(ann, "visit", "2026-06-29T09:00:00+08:00");
        metrics.refreshAll(AS_OF, 365);
        scoring.run(AS_OF);
        lifecycle.refreshAll(AS_OF);
        program.startDraft();
        program.publish(AS_OF);
        tiering.evaluate(AS_OF);
        claimed();
        paid.start(
                ann,
                plans.create(new PlanTerms("Gold", "金卡", new Money(100), new TermLength(1, TermLength.Unit.YEAR), 3)),
                AS_OF,
                "start");
        profiles.refreshAll();
        passage(ann, segment("gold"), "2026-06-30T02:00:00+08:00", true);
        tags.give(tag("kol"), ann);
        notes.write(ann, UUID.randomUUID(), "asked for an invoice", false);
        consents.change(ann, ContactMedium.EMAIL, Optional.of(false), "on the phone");
        imported(ann);
        ledger.earn(new Earning(
                ann,
                new Points(100),
                new BusinessKey("order:1"),
                LocalDate.parse("2026-06-10"),
                LocalDate.parse("2026-06-10"),
                new ExpiryPolicy.Never(),
                new Cause("order", "")));
    }

    private List<TimelineEntry> whole(UserId user, Optional<String> kind) {
        Timeline.Page page = timeline.page(user, kind, Optional.empty(), 1000);
        assertThat(page.older()).isEmpty();
        return page.entries();
    }

    private List<TimelineMark> paged(UserId user, int size) {
        List<TimelineMark> marks = new ArrayList<>();
        Optional<TimelineMark> next = Optional.empty();
        do {
            Timeline.Page page = timeline.page(
                    user, Optional.empty(), next.flatMap(mark -> TimelineMark.read(mark.toString())), size);
            page.entries().forEach(entry -> marks.add(entry.mark()));
            next = page.older();
        } while (next.isPresent());
        assertThat(new HashSet<>(marks)).hasSameSizeAs(marks);
        return marks;
    }

    private static List<TimelineEntry> of(List<TimelineEntry> line, String kind) {
        return line.stream().filter(entry -> entry.mark().kind().equals(kind)).toList();
    }

    private long tag(String name) {
        long group = catalogue.create(new GroupDraft("Kind of " + name, Choice.MULTI, ""));
        return catalogue.create(new TagDraft(group, name, 1, "", Optional.empty(), Optional.empty()));
    }

    private void claimed() {
        jdbc.sql("""
                        with made as (
                          insert into membership.benefit (kind, name_en, name_zh, description, cost, active_from, created_at)
                          values ('GIFT', 'Cake', '蛋糕', '', 100, '2026-01-01', timestamptz '2026-01-01')
                          returning benefit_id
                        )
                        insert into membership.claim (user_id, benefit_id, tier_id, day, at, cost, key, by_name)
                        select :user, benefit_id, 1, '2026-06-30', timestamptz '2026-06-30 09:00+08', 100, 'cake', 'Ann'
                        from made
                        """).param("user", ann.value()).update();
    }

    private void imported(UserId user) {
        jdbc.sql("""
                        insert into users.user_change (
                          user_id, intake_id, line_no, before, after, was_demo, was_touched_by, was_updated_at)
                        values (:user, :file, 2, '{"CITY": "Ningbo"}', '{"CITY": "Hangzhou", "PHONE": "+8613800002210"}', false, 1,
                          timestamptz '2026-01-01')
                        """)
                .param("user", user.value())
                .param("file", facts.file("members.csv", "2026-06-30"))
                .update();
    }

    private void did(UserId user, String type, String at) {
        jdbc.sql("""
                        insert into activity.behaviour (user_id, type, happened_at, attributes, intake_id)
                        values (:user, :type, :at, '{"page": "home"}', 1)
                        """)
                .param("user", user.value())
                .param("type", type)
                .param("at", OffsetDateTime.parse(at))
                .update();
    }

    private long segment(String name) {
        return jdbc.sql("""
                        insert into segments.segment (name, kind, state, created_by, created_at, changed_at)
                        values (:name, 'STATIC', 'ACTIVE', 'Ann', timestamptz '2026-01-01', timestamptz '2026-01-01')
                        returning segment_id
                        """).param("name", name).query(Long.class).single();
    }

    private void passage(UserId user, long segment, String at, boolean entered) {
        jdbc.sql("insert into segments.passage (user_id, segment_id, at, entered) values (:user, :segment, :at, :in)")
                .param("user", user.value())
                .param("segment", segment)
                .param("at", OffsetDateTime.parse(at))
                .param("in", entered)
                .update();
    }
}
