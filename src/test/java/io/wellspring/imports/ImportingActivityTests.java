package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.activity.BehaviourIntake;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.UndoReport;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.IdentityKind;
import io.wellspring.users.UserDirectory;
import io.wellspring.users.UserMerging;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WellspringTest
@AsStaff
class ImportingActivityTests {

    private static final String VISITS = """
            会员号,行为类型,发生时间,次数,page
            A1,visit,2026-01-05 10:00,2,home
            A1,visit,2026-01-06 10:00,,
            A2,share,2026-01-05 10:00,1,
            """;

    @Autowired
    private ImportDesk desk;

    @Autowired
    private BehaviourIntake activity;

    @Autowired
    private UserMerging merging;

    @Autowired
    private UserDirectory directory;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void becomesFactsOfUsersThatItMakesKnown() throws Exception {
        long id = rehearsed(VISITS);

        assertThat(desk.find(id).orElseThrow().newUsers()).isEqualTo(2);
        assertThat(facts()).isEmpty();
        ImportView committed = commit(id);

        assertThat(counts(committed)).isEqualTo(new IntakeReport(3, 0, 0, 0, matchedByExternalId(3)));
        assertThat(facts())
                .containsExactly(
                        "A1 visit 2 {\"page\": \"home\"} 2026-01-05",
                        "A1 visit 1 {} 2026-01-06",
                        "A2 share 1 {} 2026-01-05");
        assertThat(jdbc.sql(
                                "select min(registered_at at time zone 'Asia/Shanghai')::text from users.users where external_id = 'A1'")
                        .query(String.class)
                        .single())
                .startsWith("2026-01-05 10:00");
    }

    @Test
    void comesTwiceAndCountsOnce() throws Exception {
        commit(rehearsed(VISITS));
        List<String> before = facts();

        assertThat(counts(commit(rehearsed(VISITS)))).isEqualTo(new IntakeReport(0, 0, 3, 0, matchedByExternalId(3)));

        long changed =
                rehearsed(VISITS.replace("10:00,2,home", "10:00,3,home").replace("10:00,1,\n", "10:00,1,shop\n"));
        assertThat(counts(desk.find(changed).orElseThrow()))
                .isEqualTo(new IntakeReport(0, 0, 1, 2, matchedByExternalId(3)));
        assertThat(desk.rejectionReasons(changed)).isEqualTo(Map.of("ACTIVITY_DIFFERS", 2L));
        assertThat(facts()).isEqualTo(before);
    }

    @Test
    void refusesWhatItCannotTakeAsItStands() throws Exception {
        long id = rehearsed("""
                member id,event,time,times
                A1,visit,2026-01-05 10:00,1
                A1,visit,2026-01-05 10:00,1
                A1,,2026-01-05 10:00,1
                A1,visit,,1
                A1,visit,2026-01-07,0
                A1,visit,2026-01-07,1.5
                ,visit,2026-01-07,1
                A1,visit,2026-01-07,1
                """);

        assertThat(desk.rejections(id, 20).stream()
                        .map(line -> line.lineNo() + " " + line.reason() + " " + line.fact()))
                .containsExactly(
                        "3 REPEATED_ACTIVITY 2",
                        "4 NO_ACTIVITY_TYPE null",
                        "5 NO_TIME null",
                        "6 COUNT_INVALID 0",
                        "7 COUNT_INVALID 1.5",
                        "8 NO_IDENTITY null");
    }

    @Test
    void findsUsersOnlyByTheKeysThatCount() throws Exception {
        users("id,phone\nA1,13800002210\nA2,13800002211\n");
        String visits =
                "member id,phone,event,time\nA1,13800002211,visit,2026-01-05\nA9,13800002210,visit,2026-01-06\n,13800009999,visit,2026-01-07\n";
        long id = upload(ImportKind.ACTIVITY, visits);
        Mapping mapping = desk.find(id).orElseThrow().mapping();

        assertThat(reasons(id, mapping.creatingUsers(false))).containsExactly("2 PHONE_TAKEN", "4 UNKNOWN_USER");
        assertThat(reasons(
                        id,
                        new Mapping(
                                mapping.uses(),
                                mapping.mode(),
                                List.of(IdentityKind.PHONE, IdentityKind.EXTERNAL_ID),
                                false)))
                .containsExactly("2 EXTERNAL_ID_TAKEN", "4 UNKNOWN_USER");
        assertThat(reasons(id, new Mapping(mapping.uses(), mapping.mode(), List.of(IdentityKind.EXTERNAL_ID), true)))
                .containsExactly("4 UNKNOWN_USER");
        assertThat(reasons(id, new Mapping(mapping.uses(), mapping.mode(), List.of(IdentityKind.PHONE), true)))
                .isEmpty();
        commit(id);

        assertThat(facts())
                .containsExactly(
                        "+8613800009999 visit 1 {} 2026-01-07", "A1 visit 1 {} 2026-01-06", "A2 visit 1 {} 2026-01-05");
    }

    @Test
    void isTakenBackByItsImport() throws Exception {
        long first = rehearsed(VISITS);
        commit(first);
        commit(rehearsed("会员号,行为类型,发生时间\nA1,login,2026-02-01\n"));

        assertThat(activity.undo(first)).isEqualTo(new UndoReport(3, 0, 0));
        assertThat(activity.undo(first)).isEqualTo(UndoReport.NOTHING);
        assertThat(facts()).containsExactly("A1 login 1 {} 2026-02-01");
    }

    @Test
    void oneWhoDidTheSameUnderTwoNamesDidItOnce() throws Exception {
        commit(rehearsed(VISITS.replace("A2,share,", "A2,visit,")));
        UserId ann = directory.search("A1", 1).getFirst();
        UserId other = directory.search("A2", 1).getFirst();

        merging.merge(ann, other);

        assertThat(facts()).containsExactly("A1 visit 2 {\"page\": \"home\"} 2026-01-05", "A1 visit 1 {} 2026-01-06");
    }

    @Test
    void undoneUsersWithOtherActivityStay() throws Exception {
        long first = rehearsed(VISITS);
        commit(first);
        commit(rehearsed("会员号,行为类型,发生时间\nA1,login,2026-02-01\n"));

        desk.undo(first);
        jobs.runPending();

        assertThat(desk.find(first).map(ImportView::state)).contains(ImportState.UNDONE);
        assertThat(facts()).containsExactly("A1 login 1 {} 2026-02-01");
        assertThat(jdbc.sql("select external_id from users.users")
                        .query(String.class)
                        .list())
                .containsExactly("A1");
    }

    private List<String> reasons(long id, Mapping mapping) {
        desk.map(id, mapping);
        desk.rehearse(id);
        jobs.runPending();
        return desk.rejections(id, 20).stream()
                .map(line -> line.lineNo() + " " + line.reason())
                .toList();
    }

    private List<String> facts() {
        return jdbc.sql("""
                        select concat_ws(' ', coalesce(u.external_id, u.phone), b.type, b.count, b.attributes, (b.happened_at at time zone 'Asia/Shanghai')::date)
                        from activity.behaviour b join users.users u using (user_id)
                        order by coalesce(u.external_id, u.phone), b.happened_at
                        """).query(String.class).list();
    }

    private void users(String text) throws IOException {
        long id = upload(ImportKind.USERS, text);
        desk.rehearse(id);
        jobs.runPending();
        commit(id);
    }

    private long rehearsed(String text) throws IOException {
        long id = upload(ImportKind.ACTIVITY, text);
        desk.rehearse(id);
        jobs.runPending();
        return id;
    }

    private long upload(ImportKind kind, String text) throws IOException {
        return desk.upload(kind, "test.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private ImportView commit(long id) {
        desk.commit(id);
        jobs.runPending();
        ImportView view = desk.find(id).orElseThrow();
        assertThat(view.state()).isEqualTo(ImportState.COMMITTED);
        return view;
    }

    private static IntakeReport counts(ImportView view) {
        return Objects.requireNonNull(view.report());
    }

    private static Map<String, Long> matchedByExternalId(long rows) {
        return Map.of("EXTERNAL_ID", rows, "PHONE", 0L, "EMAIL", 0L);
    }
}
