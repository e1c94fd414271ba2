package io.wellspring.users;

import static io.wellspring.shared.SqlFiles.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ann of the staff writes about users; what she wrote outlives double clicks, colleagues and merges. */
@WellspringTest
@AsStaff(Role.OPERATOR)
class WritingNotesTests {

    private static final UUID FORM = UUID.fromString("00000000-0000-0000-0000-000000000001");

    @Autowired
    private StaffNotes notes;

    @Autowired
    private UserMerging merging;

    @Autowired
    private UserIntake users;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private UserId bob;
    private UserId twin;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        bob = facts.user("bob", "2026-01-01");
        twin = facts.user("twin", "2026-01-02");
    }

    @Test
    void keepsWhatWasWrittenPinnedFirst() {
        write("asked for an invoice", false);
        write("calls only after six", true);
        write("  moved to\r\nSuzhou ", false);

        assertThat(notes.of(bob))
                .extracting(StaffNote::text)
                .containsExactly("calls only after six", "moved to\nSuzhou", "asked for an invoice");
        assertThat(notes.of(bob)).allSatisfy(note -> {
            assertThat(note.author()).isEqualTo("Ann");
            assertThat(note.changeable()).isTrue();
        });
    }

    @Test
    void aFormSentTwiceIsOneNote() {
        notes.write(bob, FORM, "once", false);
        notes.write(bob, FORM, "once", false);

        assertThat(notes.of(bob)).hasSize(1);
        assertThat(trail()).containsExactly("note.written");
    }

    @Test
    void refusesNothingAndTooMuchAndStrangers() {
        assertThatThrownBy(() -> write(" \n ", false)).isInstanceOf(NoteTextMissing.class);
        assertThatThrownBy(() -> write("x".repeat(2001), false)).isInstanceOf(NoteTextMissing.class);
        assertThatThrownBy(() -> notes.write(new UserId(999), FORM, "hello", false))
                .isInstanceOf(UnknownUser.class);
        write("😀".repeat(2000), false);
        assertThat(notes.of(bob)).hasSize(1);
    }

    @Test
    void changesKeepWhatItSaidAndRefuseTheStale() {
        StaffNote note = write("first", false);
        notes.change(bob, note.id(), 0, "second");

        assertThatThrownBy(() -> notes.change(bob, note.id(), 0, "third")).isInstanceOf(NoteChangedMeanwhile.class);
        assertThatThrownBy(() -> notes.remove(bob, note.id(), 0)).isInstanceOf(NoteChangedMeanwhile.class);
        assertThat(notes.get(bob, note.id()).text()).isEqualTo("second");
        assertThat(notes.get(bob, note.id()).change()).map(StaffNote.Change::by).contains("Ann");
        assertThat(former()).containsExactly("first");

        notes.change(bob, note.id(), 1, "second");
        assertThat(former()).containsExactly("first");
    }

    @Test
    void removedNotesLeaveThePageAndStayOnRecord() {
        StaffNote note = write("wrong user", false);
        notes.remove(bob, note.id(), 0);

        assertThat(notes.of(bob)).isEmpty();
        assertThatThrownBy(() -> notes.get(bob, note.id())).isInstanceOf(UnknownNote.class);
        assertThatThrownBy(() -> notes.remove(bob, note.id(), 0)).isInstanceOf(UnknownNote.class);
        assertThat(jdbc.sql("select text || ' ' || removed_by from users.note")
                        .query(String.class)
                        .single())
                .isEqualTo("wrong user Ann");
    }

    @Test
    void operatorsLeaveOthersNotesAlone() {
        long note = noteOfEve();

        assertThatThrownBy(() -> notes.change(bob, note, 0, "mine")).isInstanceOf(NoteOfAnother.class);
        assertThatThrownBy(() -> notes.remove(bob, note, 0)).isInstanceOf(NoteOfAnother.class);
        assertThat(notes.get(bob, note).changeable()).isFalse();
        notes.pin(bob, note, true);
        assertThat(notes.get(bob, note).pinned()).isTrue();
    }

    @Test
    @AsStaff(Role.MANAGER)
    void managersChangeAndRemoveAnyNote() {
        long note = noteOfEve();

        notes.change(bob, note, 0, "put better");
        notes.remove(bob, note, 1);

        assertThat(notes.of(bob)).isEmpty();
    }

    @Test
    void theTrailSaysWhoAndWhichNeverWhat() {
        StaffNote note = write("secret health matter", false);
        notes.pin(bob, note.id(), true);
        notes.pin(bob, note.id(), true);
        notes.change(bob, note.id(), 0, "another secret");
        notes.remove(bob, note.id(), 1);

        assertThat(trail()).containsExactly("note.written", "note.pinned", "note.changed", "note.removed");
        assertThat(jdbc.sql("select string_agg(e::text, ' ') from audit.entry e")
                        .query(String.class)
                        .single())
                .contains("user " + bob)
                .doesNotContain("secret");
    }

    @Test
    @AsStaff
    void notesFollowWhoStays() {
        StaffNote note = write("about bob", false);
        notes.change(bob, note.id(), 0, "about bob, too");
        notes.write(twin, FORM, "about the twin", false);

        merging.merge(twin, bob);

        assertThat(notes.of(twin))
                .extracting(StaffNote::text)
                .containsExactlyInAnyOrder("about bob, too", "about the twin");
        notes.write(bob, UUID.randomUUID(), "sent to the old address", false);
        assertThat(notes.of(twin)).hasSize(3);
        assertThat(jdbc.sql("select distinct user_id from users.note_version")
                        .query(Long.class)
                        .single())
                .isEqualTo(twin.value());
    }

    @Test
    @AsStaff
    void aUserWithNotesStaysWhenTheImportIsUndone() {
        write("we know them", false);

        users.undo(1, 2);

        assertThat(users.remainder(1, 0, 10)).extracting(UndoRemainder::reason).containsExactly("HAS_NOTES");
        assertThat(notes.of(bob)).hasSize(1);
    }

    @Test
    @AsStaff
    void notesGoWithFictionalUsers() {
        write("plays along", false);
        jdbc.sql("update users.users set demo = true").update();

        users.removeDemo();

        assertThat(jdbc.sql("select count(*) from users.note").query(Long.class).single())
                .isZero();
    }

    @Test
    void thePageWritesChangesAndRemoves() {
        String page = "/users/" + bob + "/notes";
        for (String language : List.of("en", "zh-CN")) {
            assertThat(get(page, language)).hasStatusOk().bodyText().doesNotContain("??");
        }
        assertThat(post(page, "form", FORM.toString(), "text", "hello <b>", "pinned", "true", "from", "user"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/users/" + bob);
        assertThat(post(page, "form", FORM.toString(), "text", "hello <b>"))
                .hasRedirectedUrl("/users/" + bob + "/notes");
        long note = jdbc.sql("select note_id from users.note").query(Long.class).single();
        for (String language : List.of("en", "zh-CN")) {
            assertThat(get(page, language))
                    .bodyText()
                    .contains("hello &lt;b&gt;")
                    .doesNotContain("??");
            assertThat(get(page + "/" + note, language))
                    .hasStatusOk()
                    .bodyText()
                    .contains("hello &lt;b&gt;")
                    .doesNotContain("??");
        }
        assertThat(post(page + "/" + note, "version", "0", "text", "changed")).hasRedirectedUrl("/users/" + bob);
        assertThat(post(page + "/" + note + "/pin", "pinned", "false")).hasRedirectedUrl(page);
        assertThat(post(page + "/" + note + "/removal", "version", "1")).hasRedirectedUrl(page);
        assertThat(get(page, "en")).bodyText().contains("No notes yet.");
    }

    @Test
    void whatWasTypedIsKept() {
        StaffNote note = write("first", false);
        notes.change(bob, note.id(), 0, "somebody was quicker");
        String page = "/users/" + bob + "/notes";
        String tooMuch = "x".repeat(2001);

        assertThat(post(page, "form", FORM.toString(), "text", tooMuch, "pinned", "true"))
                .hasStatus(422)
                .bodyText()
                .contains(tooMuch, FORM.toString(), "checked=\"checked\"", "2,000")
                .doesNotContain("??");
        assertThat(post(page + "/" + note.id(), "version", "0", "text", "my own words"))
                .hasStatus(409)
                .bodyText()
                .contains("my own words", "somebody was quicker", "name=\"version\" value=\"1\"")
                .doesNotContain("??");
        assertThat(post(page + "/" + note.id(), "version", "1", "text", "my own words"))
                .hasStatus3xxRedirection();
        assertThat(get(page, "en")).bodyText().contains("my own words");
    }

    @Test
    @AsStaff
    void theOldAddressLeadsToWhoStays() {
        merging.merge(twin, bob);
        assertThat(get("/users/" + bob + "/notes", "en")).hasRedirectedUrl("/users/" + twin + "/notes");
    }

    /** What bulk does to notes leaves them the second time as it did the first. */
    @Test
    void movingAndForgettingMayRunTwice() {
        StaffNote note = write("about bob", false);
        notes.change(bob, note.id(), 0, "about bob, too");
        for (int time = 0; time < 2; time++) {
            jdbc.sql(sql("users/move-notes"))
                    .param("survivor", twin.value())
                    .param("absorbed", bob.value())
                    .update();
            jdbc.sql(sql("users/delete-gone-notes")).update();
            assertThat(notes.of(bob)).isEmpty();
            assertThat(notes.of(twin)).extracting(StaffNote::text).containsExactly("about bob, too");
            assertThat(former()).containsExactly("about bob");
        }
        jdbc.sql("delete from users.users").update();
        for (int time = 0; time < 2; time++) {
            jdbc.sql(sql("users/delete-gone-notes")).update();
            assertThat(notes.of(twin)).isEmpty();
            assertThat(former()).isEmpty();
        }
    }

    private StaffNote write(String text, boolean pinned) {
        notes.write(bob, UUID.randomUUID(), text, pinned);
        return notes.of(bob).stream()
                .filter(note -> note.text().equals(text.replace("\r\n", "\n").strip()))
                .findFirst()
                .orElseThrow();
    }

    private long noteOfEve() {
        return jdbc.sql("""
                        insert into users.note (user_id, form_key, author_id, author, text, written_at)
                        values (:user, gen_random_uuid(), 0, 'Eve', 'by eve', timestamptz '2026-02-01')
                        returning note_id
                        """).param("user", bob.value()).query(Long.class).single();
    }

    private List<String> former() {
        return jdbc.sql("select text from users.note_version order by version")
                .query(String.class)
                .list();
    }

    private List<String> trail() {
        return jdbc
                .sql("select action from audit.entry where action like 'note.%' order by 1 desc")
                .query(String.class)
                .list()
                .stream()
                .sorted((a, b) -> Integer.compare(ORDER.indexOf(a), ORDER.indexOf(b)))
                .toList();
    }

    private static final List<String> ORDER = List.of("note.written", "note.pinned", "note.changed", "note.removed");

    private MvcTestResult get(String address, String language) {
        return mvc.get().uri(address).header("Accept-Language", language).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).header("Accept-Language", "en");
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
