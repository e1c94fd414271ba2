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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Everything about ann stands on one line: once each, and in order. */
@WellspringTest
@AsStaff
class ReadingTimelinesTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    @Autowired
    private Timeline timeline;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private TierProgram program;

    @Autowired
    private Tiering tiering;

    @Autowired
    private RfmScoring scoring;

    @Autowired
    private LifecycleStaging lifecycle;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private TagCatalogue catalogue;

    @Autowired
    private TagDesk tags;

    @Autowired
    private StaffNotes notes;

    @Autowired
    private Consents consents;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MembershipPlans plans;

    @Autowired
    private PaidMembership paid;

    @Autowired
    private MockMvcTester mvc;

    private Facts facts;
    private Happenings happenings;
    private UserId ann;
    private UserId twin;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        happenings = new Happenings(jdbc, facts);
        ann = facts.user("ann", "2026-01-01");
        twin = facts.user("twin", "2026-01-02");
    }

    @Test
    void tellsEveryKindInOrder() {
        everything();

        List<TimelineEntry> line = WholeLine.of(timeline, ann).entries();

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
            assertThat(WholeLine.of(timeline, ann, Optional.of(kind)).entries())
                    .isNotEmpty()
                    .extracting(entry -> entry.mark().kind())
                    .containsOnly(kind);
        }
        assertThatThrownBy(() -> timeline.page(ann, Optional.of("dream"), Optional.empty(), 5))
                .isInstanceOf(UnreadableTimeline.class);
    }

    @Test
    void saysNothingOfStagesStillToCome() {
        everything();
        assertThat(WholeLine.of(timeline, ann).ofKind("stage")).isNotEmpty().allSatisfy(entry -> {
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

    private void everything() {
        facts.order(ann, "2026-03-20", 1000);
        scoring.run(LocalDate.parse("2026-05-31"));
        facts.order(ann, "2026-06-29", 2000);
        facts.refund(ann, "2026-06-29T18:00", 500);
        facts.order(twin, "2026-06-28", 90_000);
        facts.order(twin, "2026-06-29", 90_000);
        happenings.did(ann, "visit", "2026-06-29T09:00:00+08:00");
        metrics.refreshAll(AS_OF, 365);
        scoring.run(AS_OF);
        lifecycle.refreshAll(AS_OF);
        program.startDraft();
        program.publish(AS_OF);
        tiering.evaluate(AS_OF);
        happenings.claimed(ann);
        paid.start(
                ann,
                plans.create(new PlanTerms("Gold", "金卡", new Money(100), new TermLength(1, TermLength.Unit.YEAR), 3)),
                AS_OF,
                "start");
        profiles.refreshAll();
        happenings.passed(ann, happenings.segment("gold"), "2026-06-30T02:00:00+08:00", true);
        tags.give(tag("kol"), ann);
        notes.write(ann, UUID.randomUUID(), "asked for an invoice", false);
        consents.change(ann, ContactMedium.EMAIL, Optional.of(false), "on the phone");
        happenings.imported(ann);
        ledger.earn(new Earning(
                ann,
                new Points(100),
                new BusinessKey("order:1"),
                LocalDate.parse("2026-06-10"),
                LocalDate.parse("2026-06-10"),
                new ExpiryPolicy.Never(),
                new Cause("order", "")));
    }

    private long tag(String name) {
        long group = catalogue.create(new GroupDraft("Kind of " + name, Choice.MULTI, ""));
        return catalogue.create(new TagDraft(group, name, 1, "", Optional.empty(), Optional.empty()));
    }
}
