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
import io.wellspring.users.UsersMerged;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");
    private static final RuleNode BUYERS = orders("AT_LEAST", "1", "ever");

    @Autowired
    SegmentBook book;

    @Autowired
    ListedSegments listed;

    @Autowired
    SegmentRefresh refresh;

    @Autowired
    RuleDesk desk;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    HistoryRefresh histories;

    @Autowired
    ProfileRefresh profiles;

    @Autowired
    TagCatalogue tags;

    @Autowired
    TagBook tagBook;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Facts facts;
    UserId ann;
    UserId bob;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-01");
        facts.order(ann, "2026-06-01", 1000);
        figures();
    }

    @Test
    void saysWhoCameAndWhoWentAndNothingWhenNobodyDid() {
        long buyers = book.create("Buyers of June", "", orders("AT_LEAST", "1", "last:30"));
        refresh.refresh(buyers);
        refresh.refresh(buyers);
        assertThat(book.passages(buyers, 1, 10).rows())
                .extracting(Passage::user)
                .containsExactly(ann);

        facts.order(bob, "2026-07-20", 500);
        metrics.refreshAll(LocalDate.parse("2026-07-31"), 365);
        histories.refreshAll();
        profiles.refreshAll();
        refresh.refresh(buyers);

        assertThat(members(buyers)).containsExactly(bob);
        assertThat(book.passagesOf(buyers, ann)).extracting(Passage::entered).containsExactly(false, true);
        RefreshResult last = book.refreshes(buyers).getLast();
        assertThat(last.entered()).isEqualTo(1);
        assertThat(last.gone()).isEqualTo(1);
        assertThat(last.members()).isEqualTo(1);
    }

    @Test
    void letsWhoIsNoUserAnyMoreGoFromSegmentsOfEveryKindWithoutAWord() {
        long buyers = book.create("Buyers", "", orders("AT_LEAST", "1", "ever"));
        refresh.refresh(buyers);
        long frozen = listed.freeze(buyers, "Frozen", "");
        long archived = listed.freeze(buyers, "Archived", "");
        book.archive(archived);
        long above = book.create(
                "Above", "", all(RuleNode.condition(Kind.SEGMENT, "", "IN", List.of(Long.toString(buyers)), "")));
        refresh.refresh(above);

        jdbc.sql("delete from users.users where user_id = :user")
                .param("user", ann.value())
                .update();
        profiles.refreshAll();
        refresh.refreshAll();

        for (long segment : List.of(buyers, frozen, archived, above)) {
            assertThat(members(segment)).isEmpty();
            assertThat(book.get(segment).members()).isZero();
            assertThat(book.passages(segment, 1, 10).rows())
                    .extracting(Passage::entered)
                    .doesNotContain(false);
        }
    }

    @Test
    void pausesWithItsMembersWhenATagOfItsRuleIsGoneAndNeverWidens() {
        long tag = tag("KOL");
        jdbc.sql(
                        "insert into tags.user_tag (user_id, tag_id, intake_id, since) values (:user, :tag, 1, timestamptz '2026-01-01')")
                .param("user", ann.value())
                .param("tag", tag)
                .update();
        long kols =
                book.create("KOLs", "", all(RuleNode.condition(Kind.TAGS, "", "ANY", List.of(Long.toString(tag)), "")));
        refresh.refresh(kols);
        assertThat(tags.impactOfDeletion(tag).references())
                .extracting(TagReference::fate)
                .containsExactly("segments.reference.pauses");

        tags.delete(tag);
        refresh.refreshAll();

        SegmentView paused = book.get(kols);
        assertThat(paused.state()).isEqualTo(SegmentState.PAUSED);
        assertThat(paused.fault()).contains(Fault.TAG_GONE);
        assertThat(members(kols)).containsExactly(ann);
    }

    @Test
    void speaksOfTheTagThatStaysWhenTwoAreMerged() {
        long stays = tag("KOL");
        long goes = tag("Influencer");
        long segment = book.create(
                "KOLs", "", all(RuleNode.condition(Kind.TAGS, "", "ANY", List.of(Long.toString(goes)), "")));

        tags.merge(stays, goes);

        RuleNode rule = book.get(segment).rule().orElseThrow();
        assertThat(rule.at("0").orElseThrow().values()).containsExactly(Long.toString(stays));
        assertThat(book.rulesOf(segment)).hasSize(2);
    }

    @Test
    void givesItsTagToMembersAndTakesItFromWhoLeaves() {
        long tag = tag("Buyer");
        long buyers = book.create("Buyers", "", orders("AT_LEAST", "1", "last:30"));
        refresh.refresh(buyers);
        book.feed(buyers, Optional.of(tag));
        assertThat(tagBook.tagsOf(ann)).hasSize(1);

        metrics.refreshAll(LocalDate.parse("2026-08-31"), 365);
        profiles.refreshAll();
        refresh.refresh(buyers);
        assertThat(tagBook.tagsOf(ann)).isEmpty();

        facts.order(bob, "2026-08-30", 500);
        metrics.refreshAll(LocalDate.parse("2026-08-31"), 365);
        histories.refreshAll();
        profiles.refreshAll();
        refresh.refresh(buyers);
        assertThat(tagBook.tagsOf(bob)).hasSize(1);
        book.archive(buyers);
        assertThat(tagBook.tagsOf(bob)).isEmpty();
    }

    @Test
    void refusesARuleThatComesBackToItself() {
        long inner = book.create("Inner", "", BUYERS);
        long outer = book.create("Outer", "", member(inner));

        assertThatThrownBy(() -> book.change(inner, "Inner", "", member(outer), 1))
                .isInstanceOf(RuleUnfinished.class);
        assertThat(desk.read(member(outer), Optional.of(inner)).faults()).containsValue(Fault.CIRCULAR);
    }

    @Test
    void refusesATagThatDecidesWhoIsGivenIt() {
        long tag = tag("Buyer");
        long inner = book.create("Inner", "", tagged("NONE", tag));
        long outer = book.create("Outer", "", member(inner));
        assertThatThrownBy(() -> book.feed(inner, Optional.of(tag))).isInstanceOf(TagInACircle.class);
        assertThatThrownBy(() -> book.feed(outer, Optional.of(tag))).isInstanceOf(TagInACircle.class);
        assertThat(book.get(outer).feedsTag()).isEmpty();

        long other = book.create("Other", "", BUYERS);
        book.feed(other, Optional.of(tag));
        assertThat(desk.read(tagged("ANY", tag), Optional.of(inner)).faults()).isEmpty();
        assertThat(desk.read(tagged("ANY", tag), Optional.of(other)).faults()).containsValue(Fault.CIRCULAR_TAG);
        assertThat(desk.read(member(outer), Optional.of(other)).faults())
                .as("outer builds on inner, which speaks of the tag that other gives")
                .containsValue(Fault.CIRCULAR);
        assertThatThrownBy(() -> book.change(other, "Other", "", tagged("ANY", tag), 1))
                .isInstanceOf(RuleUnfinished.class);
    }

    @Test
    void refreshesASegmentAfterTheOneThatGivesTheTagItSpeaksOf() {
        long tag = tag("Buyer");
        long outer = book.create("Outer", "", tagged("ANY", tag));
        long inner = book.create("Inner", "", BUYERS);
        book.feed(inner, Optional.of(tag));

        refresh.refreshAll();

        assertThat(members(outer)).containsExactly(ann);
    }

    @Test
    void pausesWhatTurnsInACircleThroughATag() {
        long tag = tag("Buyer");
        long buyers = book.create("Buyers", "", tagged("NONE", tag));
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
        long inner = book.create("Inner", "", BUYERS);
        long outer = book.create("Outer", "", member(inner));
        book.feed(inner, Optional.of(tag));
        refresh.refreshAll();
        book.archive(inner);
        refresh.refreshAll();
        assertThat(book.get(inner).feedsTag()).as("which it gave").contains(tag);
        long namesake = book.create("inner", "", BUYERS);
        assertThatThrownBy(() -> book.bringBack(inner)).isInstanceOf(SegmentNameTaken.class);
        book.archive(namesake);

        facts.order(bob, "2026-06-20", 100);
        figures();
        book.bringBack(inner);
        book.bringBack(inner);
        refresh.refreshAll();

        assertThat(book.list(false)).extracting(SegmentView::id).containsExactlyInAnyOrder(inner, outer);
        assertThat(members(outer)).containsExactly(ann, bob);
        assertThat(book.get(outer).fault()).isEmpty();
        assertThat(book.get(inner).feedsTag()).isEmpty();
        assertThat(tagBook.tagsOf(ann)).isEmpty();
    }

    @Test
    void refreshesASegmentAfterThoseItBuildsOn() {
        long outer = book.create("A outer", "", BUYERS);
        long inner = book.create("B inner", "", BUYERS);
        book.change(outer, "A outer", "", member(inner), 1);

        refresh.refreshAll();

        assertThat(members(outer)).containsExactly(ann);
    }

    @Test
    void pausesWhatBuildsOnAnArchivedSegment() {
        long inner = book.create("Inner", "", BUYERS);
        long outer = book.create("Outer", "", member(inner));
        refresh.refreshAll();
        assertThat(book.usersOf(inner)).extracting(SegmentView::id).containsExactly(outer);

        book.archive(inner);
        refresh.refreshAll();

        assertThat(book.get(outer).fault()).contains(Fault.SEGMENT_GONE);
        assertThat(members(outer)).containsExactly(ann);
        assertThat(book.list(true)).extracting(SegmentView::id).containsExactly(inner);
    }

    @Test
    void keepsARuleOnlyIfItIsFinishedNamedAndSeen() {
        assertThatThrownBy(() -> book.create("Nothing", "", RuleNode.empty())).isInstanceOf(RuleUnfinished.class);
        assertThatThrownBy(() -> book.create(" ", "", BUYERS)).isInstanceOf(SegmentNameMissing.class);
        long buyers = book.create("Buyers", "", BUYERS);
        assertThatThrownBy(() -> book.create("buyers", "", BUYERS)).isInstanceOf(SegmentNameTaken.class);
        book.change(buyers, "Buyers", "", orders("AT_LEAST", "2", "ever"), 1);
        assertThatThrownBy(() -> book.change(buyers, "Buyers", "", BUYERS, 1)).isInstanceOf(RuleChangedMeanwhile.class);
        book.describe(buyers, "Buyers", "");
        book.describe(buyers, "Buyers of June", "");
        assertThatThrownBy(() -> book.change(buyers, "Buyers", "", BUYERS, 2))
                .as("somebody named it")
                .isInstanceOf(RuleChangedMeanwhile.class);
        book.change(buyers, "Buyers", "", BUYERS, 3);
        assertThat(book.get(buyers).ruleVersion()).isEqualTo(3);
    }

    @Test
    void listsWhomTheirIdentitiesNameHoweverOften() {
        Listing listing = listed.createListed(
                "List", "", taker -> List.of("X-ann", " X-ann ", "nobody", "").forEach(taker));

        assertThat(listing.lines()).isEqualTo(3);
        assertThat(listing.repeated()).isEqualTo(1);
        assertThat(listing.unknown()).isEqualTo(1);
        assertThat(listing.firstUnknown()).containsExactly("nobody");
        assertThat(listing.members()).isEqualTo(1);
        assertThat(members(listing.segment())).containsExactly(ann);
        assertThatThrownBy(() -> listed.createListed(
                        "Other",
                        "",
                        taker -> List.of("a1", "b2", "a1", "c", "d", "e", "f").forEach(taker)))
                .isInstanceOfSatisfying(
                        NobodyListed.class,
                        refused -> assertThat(refused.facts()).containsExactly(7L, "a1, b2, c, d, e"));
        assertThatThrownBy(() -> listed.createOf("Of nobody", "", List.of())).isInstanceOf(NobodyToList.class);
        assertThatThrownBy(() -> listed.createListed("Empty", "", taker -> taker.accept("  ")))
                .isInstanceOf(NothingListed.class);
    }

    @Test
    void thePlannerIsToldHowLongAListIs() {
        listed.createListed(
                "List", "", taker -> List.of("X-ann", "X-bob", "nobody").forEach(taker));
        assertThat(jdbc.sql("select reltuples::int from pg_class where oid = 'segments.listed'::regclass")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void namesTheFirstUnknownLinesAsTheyWereWrittenAndEachOnce() {
        jdbc.sql(
                        "insert into users.identity (kind, value, user_id) values ('EMAIL', 'ann@example.org', :ann), ('PHONE', '+447700900123', :bob)")
                .param("ann", ann.value())
                .param("bob", bob.value())
                .update();
        Listing listing = listed.createListed("List", "", taker -> {
            List.of("Nobody@Example.org", "Ann@Example.org", "X-ann", "Nobody@Example.org", "X-bob")
                    .forEach(taker);
            IntStream.range(0, 30).forEach(i -> taker.accept("Q" + i));
        });

        assertThat(listing.members()).isEqualTo(2);
        assertThat(listing.lines()).isEqualTo(35);
        assertThat(listing.repeated()).isEqualTo(1);
        assertThat(listing.unknown()).isEqualTo(32);
        assertThat(listing.firstUnknown())
                .hasSize(Listing.MOST_NAMED)
                .startsWith("Nobody@Example.org", "Q0")
                .endsWith("Q18");
    }

    @Test
    void freezesWhoIsAMemberNow() {
        long buyers = book.create("Buyers", "", BUYERS);
        refresh.refresh(buyers);
        long frozen = listed.freeze(buyers, "Buyers of today", "");
        facts.order(bob, "2026-06-20", 100);
        figures();
        refresh.refreshAll();

        assertThat(members(buyers)).containsExactlyInAnyOrder(ann, bob);
        assertThat(members(frozen)).containsExactly(ann);
    }

    @Test
    void handsMembershipsOnWhenUsersAreMerged() {
        long buyers = book.create("Buyers", "", BUYERS);
        refresh.refresh(buyers);

        transaction.executeWithoutResult(status -> events.publishEvent(new UsersMerged(bob, ann)));

        assertThat(members(buyers)).containsExactly(bob);
    }

    @Test
    void holdsAgainstWhoIsAMemberByNowAndNotWhoWasAtTheLastRefresh() {
        long buyers = book.create("Buyers", "", BUYERS);
        refresh.refresh(buyers);
        transaction.executeWithoutResult(status -> events.publishEvent(new UsersMerged(bob, ann)));

        refresh.refresh(buyers);

        assertThat(members(buyers)).containsExactly(ann);
        assertThat(book.passagesOf(buyers, bob)).extracting(Passage::entered).containsExactly(false);
    }

    @Test
    void countsWhoIsInExactlyWhich() {
        facts.order(bob, "2026-02-01", 100);
        figures();
        long ever = book.create("Ever", "", BUYERS);
        long june = book.create("June", "", orders("AT_LEAST", "1", "2026-06-01..2026-06-30"));
        refresh.refreshAll();

        Overlap overlap = book.overlap(List.of(ever, june));

        assertThat(overlap.exactly(0b01)).isEqualTo(1);
        assertThat(overlap.exactly(0b11)).isEqualTo(1);
        assertThat(overlap.both(0, 1)).isEqualTo(1);
        assertThat(overlap.any()).isEqualTo(2);
        assertThat(book.figures(List.of(ever))
                        .getOrDefault(ever, SegmentFigures.NOBODY)
                        .orders())
                .isEqualTo(2);
    }

    @Test
    void startsFromEveryTemplate() {
        for (SegmentTemplate template : SegmentTemplate.ALL) {
            assertThat(desk.read(desk.start(template), Optional.empty()).faults())
                    .as(template.name())
                    .isEmpty();
        }
    }

    @Test
    void putsEverybodyWhoOrderedInTheWindowIntoExactlyOneOfThreeTemplates() {
        for (int i = 0; i < 21; i++) {
            facts.order(facts.user("user" + i, "2026-01-01"), "2026-06-0" + (1 + i % 9), 100L * (1 + i / 2));
        }
        figures();
        assertThat(sizes()).containsExactly(4L, 14L, 4L);

        jdbc.sql("update activity.order_fact set amount = 1000").update();
        figures();
        assertThat(sizes()).as("all bring the same").containsExactly(22L, 0L, 0L);
    }

    private List<Long> sizes() {
        return Stream.of(SegmentTemplate.TOP_TENTH, SegmentTemplate.MIDDLE, SegmentTemplate.BOTTOM_TENTH)
                .map(template -> desk.count(desk.start(template), Optional.empty())
                        .total()
                        .orElseThrow())
                .toList();
    }

    @Test
    void countsWhoDidNothingAmongThoseWhoSpentLittle() {
        facts.order(bob, "2026-03-01", 500);
        facts.refund(bob, "2026-06-20", 700);
        figures();

        assertThat(spent("AT_LEAST", "0")).isEqualTo(1);
        assertThat(spent("AT_LEAST", "-7.00")).isEqualTo(2);
        assertThat(spent("AT_LEAST", "-6.99")).isEqualTo(1);
        assertThat(spent("AT_MOST", "0")).isEqualTo(1);
        assertThat(spent("AT_MOST", "-7.01")).isZero();
        assertThat(spent("EXACTLY", "-7")).isEqualTo(1);
        facts.user("eve", "2026-01-01");
        figures();
        assertThat(spent("AT_LEAST", "0")).isEqualTo(2);
        assertThat(spent("AT_LEAST", "-10")).isEqualTo(3);
        assertThat(spent("AT_MOST", "0")).isEqualTo(2);
        assertThat(spent("AT_MOST", "-1")).isEqualTo(1);
        assertThat(spent("EXACTLY", "0")).isEqualTo(1);
    }

    private long spent(String comparison, String amount) {
        RuleNode rule = RuleNode.group(
                Kind.ALL, List.of(RuleNode.condition(Kind.SPENT, "", comparison, List.of(amount), "last:30")));
        long sets = desk.count(rule, Optional.empty()).total().orElseThrow();
        long segment = book.create(comparison + amount + System.nanoTime(), "", rule);
        refresh.refresh(segment);
        assertThat(members(segment)).hasSize(Math.toIntExact(sets));
        return sets;
    }

    @Test
    void readsARuleFromItsAddressAndRefusesACutOne() {
        String address = RuleAddress.write(BUYERS);

        assertThat(RuleAddress.read(address)).isEqualTo(BUYERS);
        assertThatThrownBy(() -> RuleAddress.read(address.substring(0, address.length() / 2)))
                .isInstanceOf(UnreadableRule.class);
        assertThatThrownBy(() -> RuleJson.read("{\"version\":2}")).isInstanceOf(UnreadableRule.class);
    }

    private void figures() {
        metrics.refreshAll(AS_OF, 365);
        histories.refreshAll();
        profiles.refreshAll();
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

    private List<UserId> members(long segment) {
        return jdbc.sql("select user_id from segments.member where segment_id = :segment order by 1")
                .param("segment", segment)
                .query((row, number) -> new UserId(row.getLong("user_id")))
                .list();
    }

    private static RuleNode orders(String op, String times, String when) {
        return all(RuleNode.condition(Kind.ORDERS, "", op, List.of(times), when));
    }

    private static RuleNode member(long segment) {
        return all(RuleNode.condition(Kind.SEGMENT, "", "IN", List.of(Long.toString(segment)), ""));
    }

    private static RuleNode tagged(String having, long tag) {
        return all(RuleNode.condition(Kind.TAGS, "", having, List.of(Long.toString(tag)), ""));
    }

    private static RuleNode all(RuleNode part) {
        return RuleNode.group(Kind.ALL, List.of(part));
    }
}
