package io.wellspring.tags;

import static io.wellspring.tags.TagFixtures.crowd;
import static io.wellspring.tags.TagFixtures.draft;
import static io.wellspring.tags.TagFixtures.each;
import static io.wellspring.tags.TagFixtures.held;
import static io.wellspring.tags.TagFixtures.history;
import static io.wellspring.tags.TagFixtures.imported;
import static io.wellspring.tags.TagFixtures.outOfStep;
import static io.wellspring.tags.TagFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A tag that is merged into another or deleted is gone, and what has gone is still called something. */
@WellspringTest
@AsStaff
@RecordApplicationEvents
@Import(LettingTagsGoTests.Campaign.class)
class LettingTagsGoTests {

    /** Something that uses every tag. */
    static class Campaign {

        @Bean
        TagReferences spring() {
            return tagId -> List.of(new TagReference("tags.title", "Spring " + tagId, "/tags", "tags.title"));
        }
    }

    @Autowired
    private TagCatalogue catalogue;

    @Autowired
    private TagDesk desk;

    @Autowired
    private TagFeeding feeding;

    @Autowired
    private TagIntake intake;

    @Autowired
    private TagBook book;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    private UserId ann;
    private UserId bob;
    private UserId cid;
    private long levels;
    private long interests;
    private long gold;
    private long silver;
    private long kol;
    private long moms;
    private CataloguePen pen;

    @BeforeEach
    void tagsAndPeople() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-01");
        cid = facts.user("cid", "2026-01-01");
        levels = catalogue.create(new GroupDraft("Level", Choice.SINGLE, "how far"));
        interests = catalogue.create(new GroupDraft("Interest", Choice.MULTI, ""));
        gold = catalogue.create(draft(levels, "gold"));
        silver = catalogue.create(draft(levels, "silver"));
        kol = catalogue.create(draft(interests, "kol"));
        moms = catalogue.create(draft(interests, "moms"));
        pen = new CataloguePen(catalogue, book);
    }

    @AfterEach
    void historyIsWhatUsersHave() {
        assertThat(outOfStep(jdbc)).isEmpty();
    }

    @Test
    void mergingShowsWhatItTouchesAndDoesJustThat() {
        desk.give(kol, crowd(ann, bob, cid));
        desk.give(gold, ann);
        desk.give(silver, bob);
        TagImpact impact = catalogue.impactOfMerge(gold, kol);

        assertThat(impact.users()).isEqualTo(3);
        assertThat(impact.having()).isOne();
        assertThat(impact.losing()).isOne();
        assertThat(impact.references()).extracting(TagReference::name).containsExactly("Spring " + kol);
        assertThat(catalogue.merge(gold, kol)).isEqualTo(impact);

        assertThat(held(jdbc)).isEqualTo("ann gold, bob gold, cid gold");
        assertThat(history(jdbc, bob))
                .isEqualTo("+kol STAFF, +silver STAFF, -silver TAG_MERGED, -kol TAG_MERGED, +gold TAG_MERGED");
        assertThat(book.find(kol)).isEmpty();
        assertThat(events.stream(TagsMerged.class)).containsExactly(new TagsMerged(gold, kol));
        assertThat(book.historyOf(cid, 1, 1).rows().getFirst().causeName()).contains("kol");
        assertThatThrownBy(() -> catalogue.merge(gold, kol)).isInstanceOf(UnknownTag.class);
    }

    @Test
    void filesThatNameAMergedTagMeanTheOtherEvenInAnotherGroup() {
        pen.change(kol, draft(interests, "KOL 2026"));
        catalogue.merge(gold, kol);
        desk.give(silver, ann);
        imported(intake, row(1, "ann", "Interest", "kol"), row(2, "bob", "Interest", "KOL 2026", "moms"));

        assertThat(held(jdbc)).isEqualTo("ann gold, bob gold, bob moms");
    }

    @Test
    void anUndoneFileGivesBackTheTagThatStandsForAMergedOne() {
        desk.give(silver, ann);
        imported(intake, row(1, "ann", "Level", "gold"));
        long bronze = catalogue.create(draft(levels, "bronze"));
        catalogue.merge(bronze, silver);
        intake.undo(5);
        assertThat(held(jdbc)).isEqualTo("ann bronze");
    }

    @Test
    void theFeedOfAMergedTagGoesOnIntoTheOther() {
        feeding.feed(kol, 7, each(ann), each(), TagFixtures.WHEN);
        catalogue.merge(moms, kol);
        feeding.feed(moms, 7, each(bob), each(ann), TagFixtures.WHEN);
        assertThat(held(jdbc)).isEqualTo("bob moms");

        feeding.feed(gold, 8, each(cid), each(), TagFixtures.WHEN);
        assertThatThrownBy(() -> catalogue.merge(moms, gold)).isInstanceOf(TagFedTwice.class);
        assertThatThrownBy(() -> catalogue.merge(moms, moms)).isInstanceOf(MergeIntoItself.class);
    }

    @Test
    void deletingShowsWhatItTouchesAndTheHistoryKeepsTheName() {
        desk.give(kol, crowd(ann, bob));
        imported(intake, row(1, "cid", "Interest", "kol"));
        assertThat(catalogue.impactOfDeletion(kol).users()).isEqualTo(3);
        assertThat(catalogue.delete(kol).users()).isEqualTo(3);

        assertThat(held(jdbc)).isEmpty();
        assertThat(history(jdbc, ann)).isEqualTo("+kol STAFF, -kol TAG_DELETED");
        assertThat(events.stream(TagDeleted.class)).containsExactly(new TagDeleted(kol, "Interest", "kol", 3));
        assertThat(intake.undo(5).rows()).isZero();
        assertThat(book.historyOf(ann, 1, 1).rows().getFirst().tag().name()).isEqualTo("kol");
    }

    @Test
    void whatHasGoneIsStillCalledSomething() {
        catalogue.merge(gold, kol);
        assertThat(book.names().get(kol)).isEqualTo(new TagName("gold", false));
        catalogue.merge(silver, gold);
        pen.change(silver, draft(levels, "Silver"));
        assertThat(book.names().get(kol)).isEqualTo(new TagName("Silver", false));
        catalogue.delete(silver);
        catalogue.delete(moms);
        assertThat(book.names())
                .containsOnly(
                        Map.entry(gold, new TagName("Silver", true)),
                        Map.entry(silver, new TagName("Silver", true)),
                        Map.entry(kol, new TagName("Silver", true)),
                        Map.entry(moms, new TagName("moms", true)));
    }

    @Test
    void onlyGroupsWithoutTagsAreDeleted() {
        assertThatThrownBy(() -> catalogue.deleteGroup(levels)).isInstanceOf(TagGroupNotEmpty.class);
        catalogue.delete(gold);
        catalogue.delete(silver);
        catalogue.deleteGroup(levels);
        assertThatThrownBy(() -> book.group(levels)).isInstanceOf(UnknownTagGroup.class);
    }
}
