package io.wellspring.tags;

import static io.wellspring.tags.TagFixtures.described;
import static io.wellspring.tags.TagFixtures.draft;
import static io.wellspring.tags.TagFixtures.held;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A name is taken once, however it is capitalised, and files may say a former one. */
@WellspringTest
@AsStaff
@RecordApplicationEvents
class NamingTagsTests {

    @Autowired
    private TagCatalogue catalogue;

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
        catalogue.create(draft(interests, "kol"));
        catalogue.create(draft(interests, "moms"));
        pen = new CataloguePen(catalogue, book);
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
        assertThatThrownBy(() -> pen.change(silver, draft(levels, "gold"))).isInstanceOf(TagNameTaken.class);
        assertThatThrownBy(() -> pen.change(levels, new GroupDraft("interest", Choice.SINGLE, "")))
                .isInstanceOf(GroupNameTaken.class);
        assertThat(catalogue.create(draft(interests, "gold"))).isPositive();
    }

    @Test
    void namesAreTakenHoweverTheyAreCapitalised() {
        assertThatThrownBy(() -> catalogue.create(draft(levels, "GOLD"))).isInstanceOf(TagNameTaken.class);
        assertThatThrownBy(() -> pen.change(silver, draft(levels, "Gold"))).isInstanceOf(TagNameTaken.class);
        pen.change(gold, draft(levels, "Gold"));
        assertThat(book.tag(gold).tag().name()).isEqualTo("Gold");
        assertThat(catalogue.create(draft(levels, "Golds"))).isPositive();
    }

    @Test
    void aFileGivesTheTagItMeansHoweverItIsCapitalised() {
        imported(
                intake,
                row(1, "ann", "Level", "GOLD"),
                row(2, "bob", "LEVEL", "Gold"),
                row(3, "ann", "Interest", "Vip"),
                row(4, "bob", "Interest", "vip"));
        assertThat(tagsOf(ann)).containsExactly("Vip", "gold");
        assertThat(tagsOf(bob)).as("one tag was made").containsExactly("Vip", "gold");
        pen.change(gold, draft(levels, "Aurum"));
        imported(intake, row(1, "cid", "Level", "GOLD"));
        assertThat(tagsOf(cid)).as("what it was called means it too").containsExactly("Aurum");
    }

    @Test
    void twoThatDifferByCapitalsAlreadyMayBeKeptAndTakenApart() {
        jdbc.sql("insert into tags.tag (group_id, name, colour, created_at) values (:group, 'GOLD', 1, now())")
                .param("group", levels)
                .update();
        imported(intake, row(1, "ann", "Level", "GOLD"));
        assertThat(tagsOf(ann)).as("the older one").containsExactly("gold");
        long capital = jdbc.sql("select tag_id from tags.tag where name = 'GOLD'")
                .query(Long.class)
                .single();
        pen.change(capital, described(levels, "GOLD", "who pays"));
        assertThatThrownBy(() -> pen.change(capital, draft(levels, "gold"))).isInstanceOf(TagNameTaken.class);
        pen.change(capital, draft(levels, "Platinum"));
        assertThat(book.tag(capital).tag().name()).isEqualTo("Platinum");
    }

    @Test
    void filesMayStillSayFormerNames() {
        pen.change(levels, new GroupDraft("Tier", Choice.SINGLE, ""));
        pen.change(gold, draft(levels, "Gold card"));
        imported(intake, row(1, "ann", "level", "gold"), row(2, "bob", "TIER", "Gold card"));

        assertThat(held(jdbc)).isEqualTo("ann Gold card, bob Gold card");
        assertThat(book.groups()).hasSize(2);
        assertThat(events.stream(TagRenamed.class)).containsExactly(new TagRenamed(gold, "gold", "Gold card"));
    }

    @Test
    void aNameLeadsToWhoBearsItNow() {
        pen.change(gold, draft(levels, "Gold card"));
        long second = catalogue.create(draft(levels, "gold"));
        imported(intake, row(1, "ann", "Level", "gold"));

        assertThat(book.tagsOf(ann)).extracting(one -> one.tag().id()).containsExactly(second);
        pen.change(gold, draft(levels, "Gold again"));
        imported(intake, row(1, "bob", "Level", "Gold card"));
        assertThat(book.tagsOf(bob)).extracting(one -> one.tag().id()).containsExactly(gold);
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
}
