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

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@WellspringTest
@AsStaff
@RecordApplicationEvents
@Import(KeepingTheCatalogueTests.Campaign.class)
class KeepingTheCatalogueTests {

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
    }

    @AfterEach
    void historyIsWhatUsersHave() {
        assertThat(outOfStep(jdbc)).isEmpty();
    }

    @Test
    void namesAreTakenOnce() {
        assertThatThrownBy(() -> catalogue.create(new GroupDraft("LEVEL", Choice.MULTI, "")))
                .isInstanceOf(GroupNameTaken.class);
        assertThatThrownBy(() -> catalogue.create(draft(levels, "gold"))).isInstanceOf(TagNameTaken.class);
        assertThatThrownBy(() -> change(silver, draft(levels, "gold"))).isInstanceOf(TagNameTaken.class);
        assertThatThrownBy(() -> change(levels, new GroupDraft("interest", Choice.SINGLE, "")))
                .isInstanceOf(GroupNameTaken.class);
        assertThat(catalogue.create(draft(interests, "gold"))).isPositive();
    }

    @Test
    void namesAreTakenHoweverTheyAreCapitalised() {
        assertThatThrownBy(() -> catalogue.create(draft(levels, "GOLD"))).isInstanceOf(TagNameTaken.class);
        assertThatThrownBy(() -> change(silver, draft(levels, "Gold"))).isInstanceOf(TagNameTaken.class);
        change(gold, draft(levels, "Gold"));
        assertThat(book.tag(gold).tag().name()).isEqualTo("Gold");
        assertThat(catalogue.create(draft(levels, "Golds"))).isPositive();
    }

    @Test
    void aFileGivesTheTagItMeansHoweverItIsCapitalised() {
        importing(
                row(1, "ann", "Level", "GOLD"),
                row(2, "bob", "LEVEL", "Gold"),
                row(3, "ann", "Interest", "Vip"),
                row(4, "bob", "Interest", "vip"));
        assertThat(tagsOf(ann)).containsExactly("Vip", "gold");
        assertThat(tagsOf(bob)).as("one tag was made").containsExactly("Vip", "gold");
        change(gold, draft(levels, "Aurum"));
        importing(row(1, "cid", "Level", "GOLD"));
        assertThat(tagsOf(cid)).as("what it was called means it too").containsExactly("Aurum");
    }

    @Test
    void twoThatDifferByCapitalsAlreadyMayBeKeptAndTakenApart() {
        jdbc.sql("insert into tags.tag (group_id, name, colour, created_at) values (:group, 'GOLD', 1, now())")
                .param("group", levels)
                .update();
        importing(row(1, "ann", "Level", "GOLD"));
        assertThat(tagsOf(ann)).as("the older one").containsExactly("gold");
        long capital = jdbc.sql("select tag_id from tags.tag where name = 'GOLD'")
                .query(Long.class)
                .single();
        change(capital, described(levels, "GOLD", "who pays"));
        assertThatThrownBy(() -> change(capital, draft(levels, "gold"))).isInstanceOf(TagNameTaken.class);
        change(capital, draft(levels, "Platinum"));
        assertThat(book.tag(capital).tag().name()).isEqualTo("Platinum");
    }

    @Test
    void whatHasGoneIsStillCalledSomething() {
        catalogue.merge(gold, kol);
        assertThat(book.names().get(kol)).isEqualTo(new TagName("gold", false));
        catalogue.merge(silver, gold);
        change(silver, draft(levels, "Silver"));
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
    void draftsSayWhatIsWrongAtTheirFields() {
        assertThatThrownBy(() -> draft(levels, " \u001f ")).isInstanceOf(TagNameMissing.class);
        assertThatThrownBy(() -> draft(levels, "x".repeat(61))).isInstanceOf(TagNameMissing.class);
        assertThatThrownBy(() -> new GroupDraft("", Choice.MULTI, "")).isInstanceOf(GroupNameMissing.class);
        assertThatThrownBy(() -> new GroupDraft("a", Choice.MULTI, "x".repeat(301)))
                .isInstanceOf(DescriptionTooLong.class);
        for (int days : new int[] {0, -1, 3651}) {
            assertThatThrownBy(() -> new TagDraft(levels, "a", 1, "", Optional.empty(), Optional.of(days)))
                    .isInstanceOf(LifetimeUnclear.class);
        }
        assertThat(new TagDraft(levels, "a", 1, "", Optional.empty(), Optional.of(3650)))
                .isNotNull();
    }

    @Test
    void aTagKeepsAllThatWasSaidOfIt() {
        TagOwner owner = catalogue.owners().getFirst();
        change(gold, new TagDraft(levels, "gold", 3, "who pays", Optional.of(owner.staffId()), Optional.of(30)));

        assertThat(book.tag(gold))
                .isEqualTo(new TagDetail(
                        new Tag(gold, "Level", "gold", 3),
                        new TagCard(
                                levels,
                                Choice.SINGLE,
                                "who pays",
                                Optional.of(owner),
                                Optional.of(30),
                                Optional.empty())));
        assertThat(book.choices()).extracting(TagChoices::group).containsExactly("Interest", "Level");
        assertThat(book.groupNames()).extracting(TagGroup::name).containsExactly("Interest", "Level");
        assertThat(book.group(levels).description()).isEqualTo("how far");
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        String seen = book.tag(gold).draft().fingerprint();
        catalogue.change(gold, described(levels, "gold", "who pays"), seen);

        assertThatThrownBy(() -> catalogue.change(gold, draft(levels, "Gold card"), seen))
                .isInstanceOf(TagChangedMeanwhile.class);
        assertThatThrownBy(() -> catalogue.change(gold, draft(levels, "Gold card"), ""))
                .isInstanceOf(TagChangedMeanwhile.class);
        assertThat(book.tag(gold).card().description()).isEqualTo("who pays");
        catalogue.change(gold, described(levels, "gold", "who pays"), seen);

        String group = book.group(levels).draft().fingerprint();
        catalogue.change(levels, new GroupDraft("Tier", Choice.SINGLE, ""), group);
        assertThatThrownBy(() -> catalogue.change(levels, new GroupDraft("Level", Choice.SINGLE, "far"), group))
                .isInstanceOf(GroupChangedMeanwhile.class);
        assertThat(book.group(levels).name()).isEqualTo("Tier");
    }

    @Test
    void aFingerprintTellsEveryFieldFromTheOthers() {
        assertThat(described(levels, "ab", "c").fingerprint())
                .isNotEqualTo(described(levels, "a", "bc").fingerprint())
                .isEqualTo(described(levels, " ab ", "c").fingerprint());
        assertThat(new TagDraft(levels, "a", 1, "", Optional.of(2L), Optional.empty()).fingerprint())
                .isNotEqualTo(new TagDraft(levels, "a", 1, "", Optional.empty(), Optional.of(2)).fingerprint());
    }

    @Test
    void severalBecomeOneOnlyWhereNobodyHasTwo() {
        desk.give(kol, crowd(ann, bob));
        desk.give(moms, crowd(ann, cid));
        GroupDraft single = new GroupDraft("Interest", Choice.SINGLE, "");

        assertThatThrownBy(() -> change(interests, single))
                .isInstanceOfSatisfying(
                        SeveralOfGroup.class,
                        refusal -> assertThat(refusal.facts()).containsExactly(1L));
        desk.take(moms, ann);
        change(interests, single);
        desk.give(moms, bob);
        assertThat(held(jdbc)).isEqualTo("ann kol, bob moms, cid moms");

        change(interests, new GroupDraft("Interest", Choice.MULTI, ""));
        desk.give(kol, bob);
        assertThat(held(jdbc)).isEqualTo("ann kol, bob kol, bob moms, cid moms");
    }

    @Test
    void aTagMovesToASingleChoiceOnlyWhereNobodyHasAnother() {
        desk.give(kol, crowd(ann, bob));
        desk.give(gold, ann);

        assertThatThrownBy(() -> change(kol, draft(levels, "kol"))).isInstanceOf(BesideInGroup.class);
        desk.take(gold, ann);
        change(kol, draft(levels, "kol"));
        desk.give(gold, ann);
        assertThat(held(jdbc)).isEqualTo("ann gold, bob kol");
    }

    @Test
    void filesMayStillSayFormerNames() {
        change(levels, new GroupDraft("Tier", Choice.SINGLE, ""));
        change(gold, draft(levels, "Gold card"));
        importing(row(1, "ann", "level", "gold"), row(2, "bob", "TIER", "Gold card"));

        assertThat(held(jdbc)).isEqualTo("ann Gold card, bob Gold card");
        assertThat(book.groups()).hasSize(2);
        assertThat(events.stream(TagRenamed.class)).containsExactly(new TagRenamed(gold, "gold", "Gold card"));
    }

    @Test
    void aNameLeadsToWhoBearsItNow() {
        change(gold, draft(levels, "Gold card"));
        long second = catalogue.create(draft(levels, "gold"));
        importing(row(1, "ann", "Level", "gold"));

        assertThat(book.tagsOf(ann)).extracting(one -> one.tag().id()).containsExactly(second);
        change(gold, draft(levels, "Gold again"));
        importing(row(1, "bob", "Level", "Gold card"));
        assertThat(book.tagsOf(bob)).extracting(one -> one.tag().id()).containsExactly(gold);
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
        change(kol, draft(interests, "KOL 2026"));
        catalogue.merge(gold, kol);
        desk.give(silver, ann);
        importing(row(1, "ann", "Interest", "kol"), row(2, "bob", "Interest", "KOL 2026", "moms"));

        assertThat(held(jdbc)).isEqualTo("ann gold, bob gold, bob moms");
    }

    @Test
    void anUndoneFileGivesBackTheTagThatStandsForAMergedOne() {
        desk.give(silver, ann);
        importing(row(1, "ann", "Level", "gold"));
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
        importing(row(1, "cid", "Interest", "kol"));
        assertThat(catalogue.impactOfDeletion(kol).users()).isEqualTo(3);
        assertThat(catalogue.delete(kol).users()).isEqualTo(3);

        assertThat(held(jdbc)).isEmpty();
        assertThat(history(jdbc, ann)).isEqualTo("+kol STAFF, -kol TAG_DELETED");
        assertThat(events.stream(TagDeleted.class)).containsExactly(new TagDeleted(kol, "Interest", "kol", 3));
        assertThat(intake.undo(5).rows()).isZero();
        assertThat(book.historyOf(ann, 1, 1).rows().getFirst().tag().name()).isEqualTo("kol");
    }

    @Test
    void onlyGroupsWithoutTagsAreDeleted() {
        assertThatThrownBy(() -> catalogue.deleteGroup(levels)).isInstanceOf(TagGroupNotEmpty.class);
        catalogue.delete(gold);
        catalogue.delete(silver);
        catalogue.deleteGroup(levels);
        assertThatThrownBy(() -> book.group(levels)).isInstanceOf(UnknownTagGroup.class);
    }

    private List<String> tagsOf(UserId user) {
        return jdbc.sql("""
                        select t.name
                        from tags.user_tag h
                        join tags.tag t on t.tag_id = h.tag_id
                        where h.user_id = :user
                        order by t.name collate "C"
                        """).param("user", user.value()).query(String.class).list();
    }

    private void importing(TagRow... rows) {
        intake.stage(5, taker -> List.of(rows).forEach(taker));
        intake.merge(5, TagFixtures.ADDING);
        intake.discard(5);
    }

    private void change(long tag, TagDraft draft) {
        catalogue.change(tag, draft, book.tag(tag).draft().fingerprint());
    }

    private void change(long group, GroupDraft draft) {
        catalogue.change(group, draft, book.group(group).draft().fingerprint());
    }

    private static TagDraft described(long group, String name, String description) {
        return new TagDraft(group, name, 1, description, Optional.empty(), Optional.empty());
    }
}
