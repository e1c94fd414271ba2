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
import io.wellspring.tags.TagBook;
import io.wellspring.tags.TagCatalogue;
import io.wellspring.tags.TagReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A segment speaks of tags and gives one to its members, and never turns in a circle by that. */
@WellspringTest
@AsStaff
class FeedingTagsTests {

    @Autowired
    private SegmentBook book;

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
    private TagCatalogue tags;

    @Autowired
    private TagBook tagBook;

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
    void pausesWithItsMembersWhenATagOfItsRuleIsGoneAndNeverWidens() {
        long tag = tag("KOL");
        jdbc.sql(
                        "insert into tags.user_tag (user_id, tag_id, intake_id, since) values (:user, :tag, 1, timestamptz '2026-01-01')")
                .param("user", ann.value())
                .param("tag", tag)
                .update();
        long kols = book.create(
                "KOLs", "", PlainRules.all(RuleNode.condition(Kind.TAGS, "", "ANY", List.of(Long.toString(tag)), "")));
        refresh.refresh(kols);
        assertThat(tags.impactOfDeletion(tag).references())
                .extracting(TagReference::fate)
                .containsExactly("segments.reference.pauses");

        tags.delete(tag);
        refresh.refreshAll();

        SegmentView paused = book.get(kols);
        assertThat(paused.state()).isEqualTo(SegmentState.PAUSED);
        assertThat(paused.fault()).contains(Fault.TAG_GONE);
        assertThat(members.of(kols)).containsExactly(ann);
    }

    @Test
    void speaksOfTheTagThatStaysWhenTwoAreMerged() {
        long stays = tag("KOL");
        long goes = tag("Influencer");
        long segment = book.create(
                "KOLs", "", PlainRules.all(RuleNode.condition(Kind.TAGS, "", "ANY", List.of(Long.toString(goes)), "")));

        tags.merge(stays, goes);

        RuleNode rule = book.get(segment).rule().orElseThrow();
        assertThat(rule.at("0").orElseThrow().values()).containsExactly(Long.toString(stays));
        assertThat(book.rulesOf(segment)).hasSize(2);
    }

    @Test
    void givesItsTagToMembersAndTakesItFromWhoLeaves() {
        long tag = tag("Buyer");
        long buyers = book.create("Buyers", "", PlainRules.orders("AT_LEAST", "1", "last:30"));
        refresh.refresh(buyers);
        book.feed(buyers, Optional.of(tag));
        assertThat(tagBook.tagsOf(ann)).hasSize(1);

        metrics.refreshAll(LocalDate.parse("2026-08-31"), 365);
        profiles.refreshAll();
        refresh.refresh(buyers);
        assertThat(tagBook.tagsOf(ann)).isEmpty();

        facts.order(bob, "2026-08-30", 500);
        figures.refresh("2026-08-31");
        refresh.refresh(buyers);
        assertThat(tagBook.tagsOf(bob)).hasSize(1);
        book.archive(buyers);
        assertThat(tagBook.tagsOf(bob)).isEmpty();
    }

    @Test
    void refusesATagThatDecidesWhoIsGivenIt() {
        long tag = tag("Buyer");
        long inner = book.create("Inner", "", PlainRules.tagged("NONE", tag));
        long outer = book.create("Outer", "", PlainRules.member(inner));
        assertThatThrownBy(() -> book.feed(inner, Optional.of(tag))).isInstanceOf(TagInACircle.class);
        assertThatThrownBy(() -> book.feed(outer, Optional.of(tag))).isInstanceOf(TagInACircle.class);
        assertThat(book.get(outer).feedsTag()).isEmpty();

        long other = book.create("Other", "", PlainRules.BUYERS);
        book.feed(other, Optional.of(tag));
        assertThat(desk.read(PlainRules.tagged("ANY", tag), Optional.of(inner)).faults())
                .isEmpty();
        assertThat(desk.read(PlainRules.tagged("ANY", tag), Optional.of(other)).faults())
                .containsValue(Fault.CIRCULAR_TAG);
        assertThat(desk.read(PlainRules.member(outer), Optional.of(other)).faults())
                .as("outer builds on inner, which speaks of the tag that other gives")
                .containsValue(Fault.CIRCULAR);
        assertThatThrownBy(() -> book.change(other, "Other", "", PlainRules.tagged("ANY", tag), 1))
                .isInstanceOf(RuleUnfinished.class);
    }

    @Test
    void refreshesASegmentAfterTheOneThatGivesTheTagItSpeaksOf() {
        long tag = tag("Buyer");
        long outer = book.create("Outer", "", PlainRules.tagged("ANY", tag));
        long inner = book.create("Inner", "", PlainRules.BUYERS);
        book.feed(inner, Optional.of(tag));

        refresh.refreshAll();

        assertThat(members.of(outer)).containsExactly(ann);
    }

    @Test
    void pausesWhatTurnsInACircleThroughATag() {
        long tag = tag("Buyer");
        long buyers = book.create("Buyers", "", PlainRules.tagged("NONE", tag));
        jdbc.sql("update segments.segment set feeds_tag = :tag where segment_id = :segment")
                .param("tag", tag)
                .param("segment", buyers)
                .update();

        refresh.refreshAll();
        refresh.refreshAll();

        assertThat(book.get(buyers).fault()).contains(Fault.CIRCULAR_TAG);
        assertThat(book.passages(buyers, 1, 9).total()).isZero();
    }

    @Test
    void bringsBackWhatWasPutAway() {
        long tag = tag("Buyer");
        long inner = book.create("Inner", "", PlainRules.BUYERS);
        long outer = book.create("Outer", "", PlainRules.member(inner));
        book.feed(inner, Optional.of(tag));
        refresh.refreshAll();
        book.archive(inner);
        refresh.refreshAll();
        assertThat(book.get(inner).feedsTag()).as("which it gave").contains(tag);
        long namesake = book.create("inner", "", PlainRules.BUYERS);
        assertThatThrownBy(() -> book.bringBack(inner)).isInstanceOf(SegmentNameTaken.class);
        book.archive(namesake);

        facts.order(bob, "2026-06-20", 100);
        figures.refresh();
        book.bringBack(inner);
        book.bringBack(inner);
        refresh.refreshAll();

        assertThat(book.list(false)).extracting(SegmentView::id).containsExactlyInAnyOrder(inner, outer);
        assertThat(members.of(outer)).containsExactly(ann, bob);
        assertThat(book.get(outer).fault()).isEmpty();
        assertThat(book.get(inner).feedsTag()).isEmpty();
        assertThat(tagBook.tagsOf(ann)).isEmpty();
    }

    private long tag(String name) {
        jdbc.sql(
                        "insert into tags.tag_group (name, created_at) values ('G', timestamptz '2026-01-01') on conflict do nothing")
                .update();
        return jdbc.sql("""
                        insert into tags.tag (group_id, name, colour, created_at)
                        values ((select min(group_id) from tags.tag_group), :name, 1, timestamptz '2026-01-01')
                        returning tag_id
                        """).param("name", name).query(Long.class).single();
    }
}
