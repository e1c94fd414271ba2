package io.wellspring.tags;

import static io.wellspring.tags.TagFixtures.crowd;
import static io.wellspring.tags.TagFixtures.draft;
import static io.wellspring.tags.TagFixtures.each;
import static io.wellspring.tags.TagFixtures.held;
import static io.wellspring.tags.TagFixtures.history;
import static io.wellspring.tags.TagFixtures.outOfStep;
import static io.wellspring.tags.TagFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UndoReport;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UserMerging;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Levels are a single choice: gold or silver. Interests are not: kol, moms. */
@WellspringTest
@AsStaff
class TaggingUsersTests {

    private static final Instant WHEN = TagFixtures.WHEN;

    @Autowired
    private TagCatalogue catalogue;

    @Autowired
    private TagDesk desk;

    @Autowired
    private TagFeeding feeding;

    @Autowired
    private TagIntake intake;

    @Autowired
    private TagExpiry expiry;

    @Autowired
    private TagBook book;

    @Autowired
    private UserMerging merging;

    @Autowired
    private JdbcClient jdbc;

    private UserId ann;
    private UserId bob;
    private UserId cid;
    private long levels;
    private long gold;
    private long silver;
    private long kol;
    private long moms;

    @BeforeEach
    void tagsAndPeople() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-01");
        cid = facts.user("cid", "2026-01-01");
        levels = catalogue.create(new GroupDraft("Level", Choice.SINGLE, ""));
        long interests = catalogue.create(new GroupDraft("Interest", Choice.MULTI, ""));
        gold = catalogue.create(draft(levels, "gold"));
        silver = catalogue.create(draft(levels, "silver"));
        kol = catalogue.create(draft(interests, "kol"));
        moms = catalogue.create(draft(interests, "moms"));
    }

    @AfterEach
    void historyIsWhatUsersHave() {
        assertThat(outOfStep(jdbc)).isEmpty();
    }

    @Test
    void givingSaysWhatItDoesAndTwiceIsOnce() {
        desk.give(silver, ann);
        desk.give(gold, bob);
        Crowd all = crowd(ann, bob, cid, cid, new UserId(999));
        CrowdCount expected = new CrowdCount(3, 1, 1);

        assertThat(desk.count(gold, all)).isEqualTo(expected);
        assertThat(desk.give(gold, all)).isEqualTo(expected);
        assertThat(held(jdbc)).isEqualTo("ann gold, bob gold, cid gold");
        assertThat(history(jdbc, ann)).isEqualTo("+silver STAFF, -silver STAFF, +gold STAFF");
        assertThat(desk.give(gold, all)).isEqualTo(new CrowdCount(3, 3, 0));
        assertThat(history(jdbc, ann)).isEqualTo("+silver STAFF, -silver STAFF, +gold STAFF");

        assertThat(desk.take(gold, all)).isEqualTo(3);
        assertThat(desk.take(gold, all)).isZero();
        assertThat(held(jdbc)).isEmpty();
    }

    @Test
    void ofSeveralNothingTakesTheOthersPlace() {
        desk.give(kol, ann);
        desk.give(moms, ann);
        assertThat(held(jdbc)).isEqualTo("ann kol, ann moms");
    }

    @Test
    void theDatabaseItselfLetsNobodyHaveTwoOfASingleChoice() {
        desk.give(gold, ann);
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into tags.user_tag (user_id, tag_id, staff_id, single_group, since)
                                values (:user, :tag, 1, :group, timestamptz '2026-01-01')
                                """)
                        .param("user", ann.value())
                        .param("tag", silver)
                        .param("group", levels)
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aCrowdComesInPieces() {
        jdbc.sql("""
                insert into users.users (external_id, touched_by, created_by, created_at, updated_at)
                select 'M' || i, 1, 1, timestamptz '2026-01-01', timestamptz '2026-01-01' from generate_series(1, 25000) i
                """).update();
        Crowd many = new Crowd(
                Map.of("selected", "list"),
                taker -> LongStream.rangeClosed(1, 25_003).mapToObj(UserId::new).forEach(taker));

        assertThat(desk.give(kol, many)).isEqualTo(new CrowdCount(25_003, 0, 0));
        assertThat(book.coverage(25_003).tagged()).isEqualTo(25_003);
        assertThat(desk.take(kol, many)).isEqualTo(25_003);
        assertThat(jdbc.sql(
                                "select action || ' ' || after::text from audit.entry where action in ('tag.given', 'tag.taken') order by 1")
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        given -> assertThat(given).contains("25003", "list", "kol"),
                        taken -> assertThat(taken).contains("25003"));
    }

    @Test
    void aSegmentGivesToWhoEntersAndTakesFromWhoLeaves() {
        desk.give(kol, ann);
        desk.give(silver, cid);

        assertThat(feeding.feed(kol, 7, each(ann, bob), each(), WHEN)).isEqualTo(new TagFed(1, 0, 0));
        assertThat(feeding.feed(kol, 7, each(ann, bob), each(), WHEN)).isEqualTo(new TagFed(0, 0, 0));
        assertThat(feeding.feederOf(kol)).contains(7L);
        assertThat(feeding.feed(kol, 7, each(cid), each(ann, bob), WHEN)).isEqualTo(new TagFed(1, 1, 0));
        assertThat(feeding.feed(gold, 7, each(cid), each(), WHEN)).isEqualTo(new TagFed(1, 0, 1));

        assertThat(held(jdbc)).isEqualTo("ann kol, cid gold, cid kol");
        assertThat(history(jdbc, bob)).isEqualTo("+kol SEGMENT, -kol SEGMENT");
        assertThat(feeding.release(kol, 7, WHEN)).isOne();
        assertThat(feeding.release(kol, 7, WHEN)).isZero();
        assertThat(feeding.feederOf(kol)).isEmpty();
        assertThat(held(jdbc)).isEqualTo("ann kol, cid gold");
    }

    @Test
    void aTagFollowsOneRuleAtMost() {
        feeding.feed(kol, 7, each(ann), each(), WHEN);
        assertThatThrownBy(() -> feeding.feed(kol, 8, each(bob), each(), WHEN)).isInstanceOf(TagFedTwice.class);
        feeding.release(kol, 7, WHEN);
        feeding.feed(kol, 8, each(bob), each(), WHEN);
        assertThat(held(jdbc)).isEqualTo("bob kol");
    }

    @Test
    void aTagIsGoodThroughItsLastBusinessDay() {
        catalogue.change(
                kol,
                new TagDraft(book.tag(kol).card().groupId(), "kol", 1, "", Optional.empty(), Optional.of(2)),
                book.tag(kol).draft().fingerprint());
        feeding.feed(kol, 7, each(ann), each(), Instant.parse("2026-07-01T16:30:00Z"));

        assertThat(book.tagsOf(ann).getFirst().expiresOn()).contains(LocalDate.parse("2026-07-04"));
        assertThat(expiry.expire(LocalDate.parse("2026-07-04"))).isZero();
        assertThat(expiry.expire(LocalDate.parse("2026-07-05"))).isOne();
        assertThat(expiry.expire(LocalDate.parse("2026-07-05"))).isZero();
        assertThat(history(jdbc, ann)).isEqualTo("+kol SEGMENT, -kol EXPIRY");
    }

    @Test
    void ofASingleChoiceAFileWinsAndIsUndoneToWhatWasThere() {
        desk.give(silver, ann);
        importing(3, row(1, "ann", "Level", "gold"), row(2, "bob", "Level", "silver", "gold"));

        assertThat(held(jdbc)).isEqualTo("ann gold, bob gold");
        assertThat(history(jdbc, ann)).isEqualTo("+silver STAFF, -silver IMPORT, +gold IMPORT");
        assertThat(intake.undo(3)).isEqualTo(new UndoReport(3, 0, 0));
        assertThat(intake.undo(3)).isEqualTo(UndoReport.NOTHING);
        assertThat(held(jdbc)).isEqualTo("ann silver");
        assertThat(book.tagsOf(ann).getFirst().staff()).isPresent();
    }

    @Test
    void anUndoneFileDoesNotGiveBackBesideAnotherOfASingleChoice() {
        desk.give(silver, ann);
        importing(3, row(1, "ann", "Level", "gold"));
        long bronze = catalogue.create(draft(levels, "bronze"));
        desk.give(bronze, ann);

        assertThat(intake.undo(3)).isEqualTo(new UndoReport(0, 1, 0));
        assertThat(held(jdbc)).isEqualTo("ann bronze");
    }

    @Test
    void whatASegmentGaveDoesNotComeBackOnceItsUserHasLeft() {
        feeding.feed(silver, 7, each(ann), each(), WHEN);
        importing(3, row(1, "ann", "Level", "gold"));
        feeding.feed(silver, 7, each(), each(ann), WHEN);

        intake.undo(3);
        assertThat(held(jdbc)).isEmpty();
    }

    @Test
    void theRehearsalCountsWhatASingleChoiceTakesThePlaceOf() {
        desk.give(silver, ann);
        desk.give(gold, bob);
        intake.stage(3, rows -> {
            rows.accept(row(1, "ann", "level", "gold"));
            rows.accept(row(2, "bob", "level", "gold"));
            rows.accept(row(3, "cid", "level", "diamond"));
        });
        TagReport report = intake.rehearse(3, TagFixtures.ADDING);

        assertThat(report.given()).isEqualTo(2);
        assertThat(report.taken()).isOne();
        assertThat(report.created()).containsExactly(new NewTag("level", "diamond", 1));
        assertThat(intake.singleChoices()).containsExactly("level");
    }

    @Test
    void whoStandsForAMergedUserKeepsTheirOwnOfASingleChoice() {
        desk.give(silver, ann);
        desk.give(gold, bob);
        desk.give(kol, bob);
        merging.merge(ann, bob);

        assertThat(held(jdbc)).isEqualTo("ann kol, ann silver");
        assertThat(history(jdbc, ann)).isEqualTo("+silver STAFF, +kol USER_MERGED");
        assertThat(history(jdbc, bob)).isEqualTo("+gold STAFF, +kol STAFF, -gold USER_MERGED, -kol USER_MERGED");
        assertThat(book.historyOf(ann, 1, 10).rows().getFirst().causeId()).contains(bob.value());
    }

    @Test
    void whoHasGoneLeavesNoHistory() {
        desk.give(kol, ann);
        desk.give(kol, bob);
        jdbc.sql("delete from users.users where name = 'ann'").update();

        assertThat(intake.sweep()).isOne();
        assertThat(intake.sweep()).isZero();
        assertThat(history(jdbc, ann)).isEmpty();
        assertThat(history(jdbc, bob)).isEqualTo("+kol STAFF");
    }

    @Test
    void coverageCountsUsersOnce() {
        desk.give(kol, crowd(ann, bob));
        desk.give(moms, ann);
        desk.give(gold, ann);
        TagCoverage coverage = book.coverage(3);

        assertThat(coverage.tagged()).isEqualTo(2);
        assertThat(coverage.untagged()).isOne();
        assertThat(coverage.given()).isEqualTo(4);
        assertThat(coverage.byNumber())
                .containsExactly(
                        new TagCoverage.ByNumber(0, 1), new TagCoverage.ByNumber(1, 1), new TagCoverage.ByNumber(3, 1));
        assertThat(coverage.groups())
                .extracting(TagCoverage.ByGroup::name, TagCoverage.ByGroup::users, TagCoverage.ByGroup::tags)
                .containsExactly(tuple("Interest", 2L, 2L), tuple("Level", 1L, 2L));
    }

    private void importing(long id, TagRow... rows) {
        intake.stage(id, taker -> Stream.of(rows).forEach(taker));
        intake.merge(id, TagFixtures.ADDING);
        String once = held(jdbc);
        intake.merge(id, TagFixtures.ADDING);
        assertThat(held(jdbc)).isEqualTo(once);
        intake.discard(id);
    }
}
