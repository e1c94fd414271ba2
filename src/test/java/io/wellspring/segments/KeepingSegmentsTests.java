package io.wellspring.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.segments.RuleNode.Kind;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UsersMerged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Members follow their rule, and nothing but their rule. */
@WellspringTest
@AsStaff
class KeepingSegmentsTests {

    @Autowired
    private SegmentBook book;

    @Autowired
    private ListedSegments listed;

    @Autowired
    private SegmentRefresh refresh;

    @Autowired
    private RuleDesk desk;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private Figures figures;
    private MemberRows members;
    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        figures = new Figures(metrics, histories, profiles);
        members = new MemberRows(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-01");
        facts.order(ann, "2026-06-01", 1000);
        figures.refresh();
    }

    @Test
    void saysWhoCameAndWhoWentAndNothingWhenNobodyDid() {
        long buyers = book.create("Buyers of June", "", PlainRules.orders("AT_LEAST", "1", "last:30"));
        refresh.refresh(buyers);
        refresh.refresh(buyers);
        assertThat(book.passages(buyers, 1, 10).rows())
                .extracting(Passage::user)
                .containsExactly(ann);

        facts.order(bob, "2026-07-20", 500);
        figures.refresh("2026-07-31");
        refresh.refresh(buyers);

        assertThat(members.of(buyers)).containsExactly(bob);
        assertThat(book.passagesOf(buyers, ann)).extracting(Passage::entered).containsExactly(false, true);
        RefreshResult last = book.refreshes(buyers).getLast();
        assertThat(last.entered()).isEqualTo(1);
        assertThat(last.gone()).isEqualTo(1);
        assertThat(last.members()).isEqualTo(1);
    }

    @Test
    void letsWhoIsNoUserAnyMoreGoFromSegmentsOfEveryKindWithoutAWord() {
        long buyers = book.create("Buyers", "", PlainRules.orders("AT_LEAST", "1", "ever"));
        refresh.refresh(buyers);
        long frozen = listed.freeze(buyers, "Frozen", "");
        long archived = listed.freeze(buyers, "Archived", "");
        book.archive(archived);
        long above = book.create(
                "Above",
                "",
                PlainRules.all(RuleNode.condition(Kind.SEGMENT, "", "IN", List.of(Long.toString(buyers)), "")));
        refresh.refresh(above);

        jdbc.sql("delete from users.users where user_id = :user")
                .param("user", ann.value())
                .update();
        profiles.refreshAll();
        refresh.refreshAll();

        for (long segment : List.of(buyers, frozen, archived, above)) {
            assertThat(members.of(segment)).isEmpty();
            assertThat(book.get(segment).members()).isZero();
            assertThat(book.passages(segment, 1, 10).rows())
                    .extracting(Passage::entered)
                    .doesNotContain(false);
        }
    }

    @Test
    void refusesARuleThatComesBackToItself() {
        long inner = book.create("Inner", "", PlainRules.BUYERS);
        long outer = book.create("Outer", "", PlainRules.member(inner));

        assertThatThrownBy(() -> book.change(inner, "Inner", "", PlainRules.member(outer), 1))
                .isInstanceOf(RuleUnfinished.class);
        assertThat(desk.read(PlainRules.member(outer), Optional.of(inner)).faults())
                .containsValue(Fault.CIRCULAR);
    }

    @Test
    void refreshesASegmentAfterThoseItBuildsOn() {
        long outer = book.create("A outer", "", PlainRules.BUYERS);
        long inner = book.create("B inner", "", PlainRules.BUYERS);
        book.change(outer, "A outer", "", PlainRules.member(inner), 1);

        refresh.refreshAll();

        assertThat(members.of(outer)).containsExactly(ann);
    }

    @Test
    void pausesWhatBuildsOnAnArchivedSegment() {
        long inner = book.create("Inner", "", PlainRules.BUYERS);
        long outer = book.create("Outer", "", PlainRules.member(inner));
        refresh.refreshAll();
        assertThat(book.usersOf(inner)).extracting(SegmentView::id).containsExactly(outer);

        book.archive(inner);
        refresh.refreshAll();

        assertThat(book.get(outer).fault()).contains(Fault.SEGMENT_GONE);
        assertThat(members.of(outer)).containsExactly(ann);
        assertThat(book.list(true)).extracting(SegmentView::id).containsExactly(inner);
    }

    @Test
    void keepsARuleOnlyIfItIsFinishedNamedAndSeen() {
        assertThatThrownBy(() -> book.create("Nothing", "", RuleNode.empty())).isInstanceOf(RuleUnfinished.class);
        assertThatThrownBy(() -> book.create(" ", "", PlainRules.BUYERS)).isInstanceOf(SegmentNameMissing.class);
        long buyers = book.create("Buyers", "", PlainRules.BUYERS);
        assertThatThrownBy(() -> book.create("buyers", "", PlainRules.BUYERS)).isInstanceOf(SegmentNameTaken.class);
        book.change(buyers, "Buyers", "", PlainRules.orders("AT_LEAST", "2", "ever"), 1);
        assertThatThrownBy(() -> book.change(buyers, "Buyers", "", PlainRules.BUYERS, 1))
                .isInstanceOf(RuleChangedMeanwhile.class);
        book.describe(buyers, "Buyers", "");
        book.describe(buyers, "Buyers of June", "");
        assertThatThrownBy(() -> book.change(buyers, "Buyers", "", PlainRules.BUYERS, 2))
                .as("somebody named it")
                .isInstanceOf(RuleChangedMeanwhile.class);
        book.change(buyers, "Buyers", "", PlainRules.BUYERS, 3);
        assertThat(book.get(buyers).ruleVersion()).isEqualTo(3);
    }

    @Test
    void handsMembershipsOnWhenUsersAreMerged() {
        long buyers = book.create("Buyers", "", PlainRules.BUYERS);
        refresh.refresh(buyers);

        transaction.executeWithoutResult(status -> events.publishEvent(new UsersMerged(bob, ann)));

        assertThat(members.of(buyers)).containsExactly(bob);
    }

    @Test
    void holdsAgainstWhoIsAMemberByNowAndNotWhoWasAtTheLastRefresh() {
        long buyers = book.create("Buyers", "", PlainRules.BUYERS);
        refresh.refresh(buyers);
        transaction.executeWithoutResult(status -> events.publishEvent(new UsersMerged(bob, ann)));

        refresh.refresh(buyers);

        assertThat(members.of(buyers)).containsExactly(ann);
        assertThat(book.passagesOf(buyers, bob)).extracting(Passage::entered).containsExactly(false);
    }

    @Test
    void readsARuleFromItsAddressAndRefusesACutOne() {
        String address = RuleAddress.write(PlainRules.BUYERS);

        assertThat(RuleAddress.read(address)).isEqualTo(PlainRules.BUYERS);
        assertThatThrownBy(() -> RuleAddress.read(address.substring(0, address.length() / 2)))
                .isInstanceOf(UnreadableRule.class);
        assertThatThrownBy(() -> RuleJson.read("{\"version\":2}")).isInstanceOf(UnreadableRule.class);
    }
}
