package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.shared.UndoReport;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.tags.TagBook;
import io.wellspring.tags.TagIntake;
import io.wellspring.users.IdentityKind;
import io.wellspring.users.UserMerging;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WellspringTest
@AsStaff
class ImportingTagsTests {

    private static final String MEMBERS = """
            会员号,姓名,标签
            A1,Ann,母婴|KOL
            A2,Bob,"KOL, 美妆"
            A3,Cid,
            A1,Ann again,never
            """;

    @Autowired
    private ImportDesk desk;

    @Autowired
    private TagBook book;

    @Autowired
    private TagIntake tags;

    @Autowired
    private UserMerging merging;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theRehearsalAnnouncesTagsAndTheCommitGivesThem() throws Exception {
        long id = upload(MEMBERS);
        tagsInto(id, 2, "会员", ColumnPolicy.APPEND);
        ImportView rehearsed = rehearse(id);

        assertThat(rehearsed.announced().of(Newcomer.Kind.TAG))
                .containsExactly(
                        new Newcomer(Newcomer.Kind.TAG, "会员", "KOL", 2),
                        new Newcomer(Newcomer.Kind.TAG, "会员", "母婴", 1),
                        new Newcomer(Newcomer.Kind.TAG, "会员", "美妆", 1));
        assertThat(rehearsed.announced().tagsGiven()).isEqualTo(4);
        assertThat(book.groups()).isEmpty();
        commit(id);

        assertThat(given()).containsExactly("A1 KOL", "A1 母婴", "A2 KOL", "A2 美妆");
        assertThat(book.groups()).singleElement().satisfies(group -> {
            assertThat(group.name()).isEqualTo("会员");
            assertThat(group.tags().getFirst().tag().name()).isEqualTo("KOL");
            assertThat(group.tags().getFirst().users()).isEqualTo(2);
        });
        assertThat(book.tagsOf(user("A1")))
                .hasSize(2)
                .allSatisfy(tag -> assertThat(tag.importId()).contains(id));
        assertThat(jdbc.sql("select count(*) from tags.intake_row")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theSameFileAgainGivesNothingMore() throws Exception {
        imported(MEMBERS, ColumnPolicy.APPEND);
        List<String> before = versions();

        long again = upload(MEMBERS);
        tagsInto(again, 2, "会员", ColumnPolicy.APPEND);
        ImportView view = rehearse(again);
        assertThat(view.changesAnything()).isFalse();
        commit(again);

        assertThat(versions()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void tagsAloneAreAChange() throws Exception {
        imported(MEMBERS, ColumnPolicy.APPEND);
        long id = upload("会员号,标签\nA3,KOL\n");
        tagsInto(id, 1, "会员", ColumnPolicy.APPEND);
        ImportView view = rehearse(id);

        assertThat(Objects.requireNonNull(view.report()).unchanged()).isOne();
        assertThat(view.changesAnything()).isTrue();
        assertThat(view.announced().kinds()).isEmpty();
        commit(id);
        assertThat(given()).contains("A3 KOL");
    }

    @Test
    void replacingTakesAwayWhatImportsGaveInThatGroupOnly() throws Exception {
        imported(MEMBERS, ColumnPolicy.APPEND);
        long other = upload("会员号,标签\nA1,VIP\n");
        tagsInto(other, 1, "Level", ColumnPolicy.APPEND);
        rehearse(other);
        commit(other);
        byHand("A1", "美妆");

        long id = upload("会员号,标签\nA1,新客|KOL\nA2,\n");
        tagsInto(id, 1, "会员", ColumnPolicy.OVERWRITE);
        assertThat(rehearse(id).announced().tagsTaken()).isOne();
        commit(id);

        assertThat(given()).containsExactly("A1 KOL", "A1 VIP", "A1 新客", "A1 美妆", "A2 KOL", "A2 美妆");
        assertThat(tags.undo(id)).isEqualTo(new UndoReport(2, 0, 0));
        assertThat(tags.undo(id)).isEqualTo(UndoReport.NOTHING);
        assertThat(given()).containsExactly("A1 KOL", "A1 VIP", "A1 母婴", "A1 美妆", "A2 KOL", "A2 美妆");
    }

    @Test
    void usersAreFoundByTheKeysOfTheFile() throws Exception {
        imported("会员号,姓名,手机,标签\nA1,Ann,13800002210,KOL\nA2,Bob,13800002211,KOL\n", 3, ColumnPolicy.APPEND);
        long id = upload("手机,标签\n13800002211,VIP\n");
        Mapping mapping = desk.find(id).orElseThrow().mapping();
        desk.map(id, new Mapping(mapping.uses(), mapping.mode(), List.of(IdentityKind.PHONE), true));
        rehearse(id);
        commit(id);

        assertThat(given()).containsExactly("A1 KOL", "A2 KOL", "A2 VIP");
        assertThat(book.groups()).extracting("name").containsExactly("会员", "标签");
    }

    @Test
    void whoStandsForAMergedUserGetsItsTags() throws Exception {
        imported(MEMBERS, ColumnPolicy.APPEND);

        merging.merge(user("A1"), user("A2"));

        assertThat(given()).containsExactly("A1 KOL", "A1 母婴", "A1 美妆");
    }

    @Test
    void undoingAnImportTakesItsTagsBack() throws Exception {
        imported(MEMBERS, ColumnPolicy.APPEND);
        long id = upload("会员号,标签\nA2,VIP\nA4,KOL\n");
        tagsInto(id, 1, "会员", ColumnPolicy.OVERWRITE);
        rehearse(id);
        commit(id);
        assertThat(given()).containsExactly("A1 KOL", "A1 母婴", "A2 VIP", "A4 KOL");

        desk.undo(id);
        jobs.runPending();

        assertThat(desk.find(id).map(ImportView::state)).isEqualTo(Optional.of(ImportState.UNDONE));
        assertThat(given()).containsExactly("A1 KOL", "A1 母婴", "A2 KOL", "A2 美妆");
    }

    @Test
    void usersWhoHaveGoneHaveNoTags() throws Exception {
        imported(MEMBERS, ColumnPolicy.APPEND);
        jdbc.sql("delete from users.users where external_id = 'A1'").update();

        assertThat(tags.sweep()).isEqualTo(2);
        assertThat(tags.sweep()).isZero();
        assertThat(given()).containsExactly("A2 KOL", "A2 美妆");
    }

    @Test
    void theSeparatorIsChosenOnSight() {
        assertThat(TagColumns.split("a|b,c ; d")).containsExactly("a", "b,c ; d");
        assertThat(TagColumns.split("a;b,c")).containsExactly("a", "b,c");
        assertThat(TagColumns.split("a， b,,b")).containsExactly("a", "b");
        assertThat(TagColumns.split("母婴、美妆")).containsExactly("母婴", "美妆");
        assertThat(TagColumns.split(" \"x\\y\" ")).containsExactly("\"x\\y\"");
        assertThat(TagColumns.split("|")).isEmpty();
    }

    @Test
    void tooMuchOfATagRefusesItsRow() throws Exception {
        long id = upload("会员号,标签\nA1,%s\nA2,%s\nA3,\"a\"\"b\\c|{d,e}\"\n".formatted("x".repeat(61), many()));
        rehearse(id);

        assertThat(desk.rejections(id, 9))
                .extracting(RejectedLine::reason)
                .containsExactly("TAG_TOO_LONG", "TOO_MANY_TAGS");
        commit(id);
        assertThat(given()).contains("A3 a\"b\\c", "A3 {d,e}");
    }

    private static String many() {
        return IntStream.rangeClosed(1, 51).mapToObj(i -> "t" + i).collect(Collectors.joining("|"));
    }

    private void imported(String text, ColumnPolicy policy) throws IOException {
        imported(text, 2, policy);
    }

    private void imported(String text, int column, ColumnPolicy policy) throws IOException {
        long id = upload(text);
        tagsInto(id, column, "会员", policy);
        rehearse(id);
        commit(id);
    }

    private void tagsInto(long id, int column, String group, ColumnPolicy policy) {
        Mapping mapping = desk.find(id).orElseThrow().mapping();
        List<ColumnUse> uses = new ArrayList<>(mapping.uses());
        assertThat(uses.get(column).target()).isInstanceOf(ColumnTarget.Tags.class);
        uses.set(column, new ColumnUse(new ColumnTarget.Tags(group), policy));
        desk.map(id, mapping.withUses(uses));
    }

    private void byHand(String externalId, String name) {
        jdbc.sql("""
                        insert into tags.user_tag (user_id, tag_id, staff_id, since)
                        select u.user_id, t.tag_id, 1, u.created_at
                        from users.users u, tags.tag t
                        where u.external_id = ? and t.name = ?
                        """).params(externalId, name).update();
    }

    private List<String> given() {
        return jdbc.sql("""
                        select u.external_id || ' ' || t.name
                        from tags.user_tag h
                        join tags.tag t using (tag_id)
                        join users.users u using (user_id)
                        order by u.external_id collate "C", t.name collate "C"
                        """).query(String.class).list();
    }

    private List<String> versions() {
        return jdbc.sql("""
                        select xmin::text || t::text from tags.user_tag t
                        union all select xmin::text || t::text from tags.tag t
                        union all select xmin::text || t::text from tags.tag_group t
                        order by 1
                        """).query(String.class).list();
    }

    private UserId user(String externalId) {
        return new UserId(jdbc.sql("select user_id from users.users where external_id = ?")
                .param(externalId)
                .query(Long.class)
                .single());
    }

    private ImportView rehearse(long id) {
        desk.rehearse(id);
        jobs.runPending();
        return desk.find(id).orElseThrow();
    }

    private void commit(long id) {
        desk.commit(id);
        jobs.runPending();
        assertThat(desk.find(id).map(ImportView::state)).isEqualTo(Optional.of(ImportState.COMMITTED));
    }

    private long upload(String text) throws IOException {
        return desk.upload(
                ImportKind.USERS, "test.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
