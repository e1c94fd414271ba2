package io.wellspring.tags;

import static io.wellspring.tags.TagFixtures.crowd;
import static io.wellspring.tags.TagFixtures.described;
import static io.wellspring.tags.TagFixtures.draft;
import static io.wellspring.tags.TagFixtures.held;
import static io.wellspring.tags.TagFixtures.outOfStep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said of tags and groups is kept; who has more than a single choice allows keeps it from being one. */
@WellspringTest
@AsStaff
class KeepingTheCatalogueTests {

    @Autowired
    private TagCatalogue catalogue;

    @Autowired
    private TagDesk desk;

    @Autowired
    private TagBook book;

    @Autowired
    private JdbcClient jdbc;

    private UserId ann;
    private UserId bob;
    private UserId cid;
    private long levels;
    private long interests;
    private long gold;
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
        catalogue.create(draft(levels, "silver"));
        kol = catalogue.create(draft(interests, "kol"));
        moms = catalogue.create(draft(interests, "moms"));
        pen = new CataloguePen(catalogue, book);
    }

    @AfterEach
    void historyIsWhatUsersHave() {
        assertThat(outOfStep(jdbc)).isEmpty();
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
        pen.change(gold, new TagDraft(levels, "gold", 3, "who pays", Optional.of(owner.staffId()), Optional.of(30)));

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

        assertThatThrownBy(() -> pen.change(interests, single))
                .isInstanceOfSatisfying(
                        SeveralOfGroup.class,
                        refusal -> assertThat(refusal.facts()).containsExactly(1L));
        desk.take(moms, ann);
        pen.change(interests, single);
        desk.give(moms, bob);
        assertThat(held(jdbc)).isEqualTo("ann kol, bob moms, cid moms");

        pen.change(interests, new GroupDraft("Interest", Choice.MULTI, ""));
        desk.give(kol, bob);
        assertThat(held(jdbc)).isEqualTo("ann kol, bob kol, bob moms, cid moms");
    }

    @Test
    void aTagMovesToASingleChoiceOnlyWhereNobodyHasAnother() {
        desk.give(kol, crowd(ann, bob));
        desk.give(gold, ann);

        assertThatThrownBy(() -> pen.change(kol, draft(levels, "kol"))).isInstanceOf(BesideInGroup.class);
        desk.take(gold, ann);
        pen.change(kol, draft(levels, "kol"));
        desk.give(gold, ann);
        assertThat(held(jdbc)).isEqualTo("ann gold, bob kol");
    }
}
