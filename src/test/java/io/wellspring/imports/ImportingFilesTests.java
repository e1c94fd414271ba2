package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobRun;
import io.wellspring.jobs.JobRunner;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.shared.IntakeChange;
import io.wellspring.shared.IntakeReport;
import io.wellspring.staff.AsStaff;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WellspringTest
@AsStaff
class ImportingFilesTests {

    private static final RejectionWords CODES = new RejectionWords() {
        @Override
        public String line() {
            return "line";
        }

        @Override
        public String reason() {
            return "reason";
        }

        @Override
        public String reason(RejectedLine line) {
            return line.reason() + (line.fact() == null ? "" : ":" + line.fact());
        }
    };

    @Autowired
    private ImportDesk desk;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JobRunner runner;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aRehearsalSaysWhatTheCommitThenDoes() throws Exception {
        long id = upload(ImportKind.USERS, """
                会员号,姓名,手机,邮箱,性别,生日,注册日期
                M001,王芳,13800002210,Ann@Example.com,女,1990/1/3,2024/5/8
                M002,李雷,138 0000 2211,,男,,2024/5/9
                """, Charset.forName("GB18030"));

        ImportView rehearsed = rehearse(id);
        assertThat(rehearsed.report()).isEqualTo(new IntakeReport(2, 0, 0, 0, noMatches()));
        assertThat(count("users.users")).isZero();

        ImportView committed = commit(id);
        assertThat(counts(committed)).isEqualTo(counts(rehearsed));
        assertThat(jdbc.sql("select phone || ' ' || coalesce(email, '-') from users.users order by external_id")
                        .query(String.class)
                        .list())
                .containsExactly("+8613800002210 ann@example.com", "+8613800002211 -");
        assertThat(count("users.identity")).isEqualTo(5);
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        String file = "id,name,phone\nA1,Ann,+8613800002210\nA2,Bob,\n";
        commit(rehearsed(ImportKind.USERS, file));
        long again = upload(ImportKind.USERS, file, StandardCharsets.UTF_8);

        assertThat(desk.find(again).orElseThrow().seenBefore()).isPresent();
        rehearse(again);
        ImportView committed = commit(again);

        assertThat(counts(committed).unchanged()).isEqualTo(2);
        assertThat(counts(committed).matchedBy()).containsEntry("EXTERNAL_ID", 2L);
        assertThat(count("users.users")).isEqualTo(2);
    }

    @Test
    void aKnownUserKeepsWhatTheFileDoesNotSay() throws Exception {
        commit(rehearsed(ImportKind.USERS, "id,name,city\nA1,Ann,Hangzhou\n"));
        long id = rehearsed(ImportKind.USERS, "id,name,city\nA1,,Shanghai\nA2,Bob,Beijing\n");

        assertThat(desk.samples(id, "UPDATED"))
                .singleElement()
                .satisfies(sample -> assertThat(sample.changes())
                        .extracting(IntakeChange::field)
                        .containsExactly("CITY"));
        ImportView committed = commit(id);

        assertThat(counts(committed).updated()).isOne();
        assertThat(counts(committed).created()).isOne();
        assertThat(jdbc.sql("select name || ' ' || city from users.users where external_id = 'A1'")
                        .query(String.class)
                        .single())
                .isEqualTo("Ann Shanghai");
    }

    @Test
    void everyRowIsCountedOnceWhateverIsWrongWithIt() throws Exception {
        long id = rehearsed(ImportKind.USERS, """
                id,name,phone,email,birthday,gender
                A1,Ann,13800002210,ann@example.com,1990-01-31,f
                A2,Bob,1.38E+10,,,
                A3,Cyd,12345,,,
                A4,Dan,,dan at home,,
                A5,Eve,,,1990-02-30,
                A1,Ann again,,,,
                A6,Fay,13800002210,,,
                A7,"Gus
                of two lines",,,,
                ,Nobody,,,,
                A8,too few
                A9,Hal,,,,,too many
                A10,Ida,,,,martian
                """);

        ImportView view = desk.find(id).orElseThrow();
        assertThat(view.report()).isEqualTo(new IntakeReport(2, 0, 0, 10, noMatches()));
        assertThat(rejectedRows(id))
                .containsExactly(
                        "id,name,phone,email,birthday,gender,line,reason",
                        "A2,Bob,1.38E+10,,,,3,SCIENTIFIC",
                        "A3,Cyd,12345,,,,4,PHONE_INVALID:CN",
                        "A4,Dan,,dan at home,,,5,EMAIL_INVALID",
                        "A5,Eve,,,1990-02-30,,6,DATE_INVALID",
                        "A1,Ann again,,,,,7,REPEATED_EXTERNAL_ID:2",
                        "A6,Fay,13800002210,,,,8,REPEATED_PHONE:2",
                        ",Nobody,,,,,11,NO_IDENTITY",
                        "A8,too few,,,,,12,RAGGED:2/6",
                        "A9,Hal,,,,,too many,13,RAGGED:7/6",
                        "A10,Ida,,,,martian,14,GENDER_UNKNOWN:martian");
    }

    @Test
    void rejectedFormulasAreHarmlessInASpreadsheetAndComeBackAsTheyWere() throws Exception {
        long id = rehearsed(ImportKind.USERS, "id,name,birthday\n=1+1,@SUM(A1),1990-02-30\n-5,'quoted,1990-02-30\n");
        assertThat(rejectedRows(id))
                .contains("'=1+1,'@SUM(A1),1990-02-30,2,DATE_INVALID", "-5,'quoted,1990-02-30,3,DATE_INVALID");

        commit(rehearsed(ImportKind.USERS, "id,name\n'=1+1,'@SUM(A1)\n-5,'quoted\n"));
        assertThat(jdbc.sql("select external_id || ' ' || name from users.users order by 1")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("=1+1 @SUM(A1)", "-5 'quoted");
    }

    @Test
    void aPhoneOfAnotherUserIsRefusedWithThatUser() throws Exception {
        commit(rehearsed(ImportKind.USERS, "id,phone\nA1,13800002210\nA2,13800002211\n"));
        long ann = userId("A1");
        long bob = userId("A2");

        long id = rehearsed(ImportKind.USERS, "id,phone\nA2,13800002210\nA3,13800002211\n");

        assertThat(rejectedRows(id))
                .contains("A2,13800002210,2,PHONE_TAKEN:" + ann, "A3,13800002211,3,PHONE_TAKEN:" + bob);
    }

    @Test
    void aUserWithoutExternalIdIsFoundByPhoneAndGetsOne() throws Exception {
        commit(rehearsed(ImportKind.USERS, "phone,name\n13800002210,Ann\n"));

        ImportView committed = commit(rehearsed(ImportKind.USERS, "id,phone,email\nA1,13800002210,ann@example.com\n"));

        assertThat(counts(committed).updated()).isOne();
        assertThat(counts(committed).matchedBy()).containsEntry("PHONE", 1L);
        assertThat(jdbc.sql("select kind from users.identity order by kind")
                        .query(String.class)
                        .list())
                .containsExactly("EMAIL", "EXTERNAL_ID", "PHONE");
    }

    @Test
    void aChangedPhoneIsNoLongerAnIdentity() throws Exception {
        commit(rehearsed(ImportKind.USERS, "id,phone\nA1,13800002210\n"));
        commit(rehearsed(ImportKind.USERS, "id,phone\nA1,13800002211\n"));

        assertThat(jdbc.sql("select value from users.identity where kind = 'PHONE'")
                        .query(String.class)
                        .list())
                .containsExactly("+8613800002211");
    }

    @Test
    void ordersAndRefundsBecomeFactsAndUnknownUsersAreCreated() throws Exception {
        long id = rehearsed(ImportKind.ORDERS, """
                order no,customer id,paid at,amount,status
                O1,A1,2026-01-05 10:00,"¥1,234.50",已付款
                O2,A1,2026-01-06 10:00,10.00,退款成功
                O3,A2,2026-01-07 00:30,-5,
                O4,A2,2026-01-08,0.00,completed
                O5,A3,2026-01-08,12,待付款
                O6,,2026-01-08,12,completed
                O7,A1,,12,completed
                O8,A1,2026-01-08,twelve,completed
                O1,A1,2026-01-05 10:00,9,completed
                O9,A1,2026-01-08,9,on the moon
                """);

        assertThat(desk.find(id).orElseThrow().newUsers()).isEqualTo(2);
        assertThat(count("users.users")).isZero();
        ImportView committed = commit(id);

        assertThat(counts(committed).created()).isEqualTo(4);
        assertThat(counts(committed).rejected()).isEqualTo(6);
        assertThat(committed.newUsers()).isEqualTo(2);
        assertThat(jdbc.sql("""
                                select o.kind || ' ' || o.order_no || ' ' || o.amount || ' ' || u.external_id
                                from activity.order_fact o join users.users u using (user_id) order by o.order_no
                                """).query(String.class).list())
                .containsExactly("ORDER O1 123450 A1", "REFUND O2 1000 A1", "REFUND O3 500 A2", "ORDER O4 0 A2");
        assertThat(rejectedRows(id).stream().map(row -> row.replaceAll(".*,", "")))
                .containsExactly(
                        "reason",
                        "NOT_PAID:待付款",
                        "NO_USER",
                        "DATE_MISSING",
                        "AMOUNT_INVALID:twelve",
                        "REPEATED_ORDER:2",
                        "STATUS_UNKNOWN:on the moon");
    }

    @Test
    void anOrderNumberCountsOnceAndIsNeverChanged() throws Exception {
        String orders = "order no,customer id,paid at,amount\nO1,A1,2026-01-05,10\nO2,A1,2026-01-06,20\n";
        commit(rehearsed(ImportKind.ORDERS, orders));

        assertThat(counts(commit(rehearsed(ImportKind.ORDERS, orders))).unchanged())
                .isEqualTo(2);
        long changed = rehearsed(ImportKind.ORDERS, orders.replace(",20\n", ",21\n"));
        // it is read.
        assertThat(counts(desk.find(changed).orElseThrow()).rejected()).isOne();
        assertThat(count("activity.order_fact")).isEqualTo(2);
    }

    @Test
    void withoutLeaveToCreateThemOrdersOfUnknownUsersAreRefused() throws Exception {
        long id = upload(
                ImportKind.ORDERS,
                "order no,customer id,paid at,amount\nO1,A1,2026-01-05,10\n",
                StandardCharsets.UTF_8);
        desk.map(
                id,
                Mapping.ofFields(List.of(
                                Optional.of(ImportField.ORDER_NO),
                                Optional.of(ImportField.EXTERNAL_ID),
                                Optional.of(ImportField.PAID_AT),
                                Optional.of(ImportField.AMOUNT)))
                        .creatingUsers(false));
        rehearse(id);

        assertThat(rejectedRows(id)).contains("O1,A1,2026-01-05,10,2,UNKNOWN_USER:A1");
    }

    @Test
    void aCommitNeedsARehearsalOfJustTheseSettings() throws Exception {
        long id = rehearsed(ImportKind.USERS, "id,name\nA1,Ann\n");
        desk.map(id, Mapping.ofFields(List.of(Optional.of(ImportField.EXTERNAL_ID), Optional.empty())));

        assertThatExceptionOfType(NotRehearsed.class).isThrownBy(() -> desk.commit(id));
    }

    @Test
    void aSecondCommitIsToldThatTheFirstIsUnderWayOrDone() throws Exception {
        long id = rehearsed(ImportKind.USERS, "id,name\nA1,Ann\n");
        desk.commit(id);

        assertThatExceptionOfType(ImportBusy.class).isThrownBy(() -> desk.commit(id));
        jobs.runPending();
        assertThatExceptionOfType(ImportOver.class).isThrownBy(() -> desk.commit(id));
    }

    @Test
    void aMappingThatMeansNothingIsRefused() throws Exception {
        long users = upload(ImportKind.USERS, "id,name\nA1,Ann\n", StandardCharsets.UTF_8);
        Optional<ImportField> name = Optional.of(ImportField.NAME);

        assertThatExceptionOfType(IdentityMissing.class)
                .isThrownBy(() -> desk.map(users, Mapping.ofFields(List.of(Optional.empty(), name))));
        assertThatExceptionOfType(FieldMappedTwice.class)
                .isThrownBy(() -> desk.map(users, Mapping.ofFields(List.of(name, name))));

        long orders = upload(ImportKind.ORDERS, "order no,customer id,amount\nO1,A1,10\n", StandardCharsets.UTF_8);
        assertThatExceptionOfType(FieldMissing.class).isThrownBy(() -> desk.rehearse(orders));
    }

    @Test
    void anEndlessQuoteFailsTheRehearsalAndLeavesTheFileToBeMended() throws Exception {
        long id = upload(
                ImportKind.USERS,
                "id,name\n" + "A1,Ann\n".repeat(40_000) + "A2,".repeat(600) + "A3,Cyd\n".repeat(400_000),
                StandardCharsets.UTF_8);
        desk.rehearse(id);
        jobs.runPending();

        ImportView view = desk.find(id).orElseThrow();
        assertThat(view.state()).isEqualTo(ImportState.UPLOADED);
        assertThat(count("users.users")).isZero();
    }

    @Test
    void emptyFilesAreRefusedAndNothingOfThemStays() {
        assertThatExceptionOfType(EmptyFile.class)
                .isThrownBy(() -> upload(ImportKind.USERS, "", StandardCharsets.UTF_8));
        assertThatExceptionOfType(EmptyFile.class)
                .isThrownBy(() -> upload(ImportKind.USERS, "id,name\n", StandardCharsets.UTF_8));
        assertThat(desk.list(1).total()).isZero();
    }

    @Test
    void charactersThatCannotBeReadRefuseTheirRow() throws Exception {
        long id = upload(ImportKind.USERS, "id,name\nA1,王芳\nA2,Bob\n", Charset.forName("GB18030"));
        FileFormat format = desk.find(id).orElseThrow().format();
        desk.read(
                id,
                new FileFormat(
                        "UTF-8",
                        format.delimiter(),
                        format.quote(),
                        true,
                        format.dateOrder(),
                        format.decimalSign(),
                        format.phoneRegion()));
        ImportView view = rehearse(id);

        assertThat(counts(view).rejected()).isOne();
        assertThat(counts(view).created()).isOne();
    }

    @Test
    void aStepThatFailedIsNotRepeatedBehindThePagesBack() throws Exception {
        long id = upload(
                ImportKind.USERS, "id,name\n" + "A1,Ann\n".repeat(300) + "A2,".repeat(600), StandardCharsets.UTF_8);
        assertThat(rehearse(id).state()).isEqualTo(ImportState.UPLOADED);
        JobRun failed = runner.latest(RehearseJob.NAME, "import " + id).orElseThrow();
        assertThat(failed.error()).contains("refusal.TooManyColumns");

        long again = runner.retry(failed.id());
        jobs.runPending();

        assertThat(runner.find(again).orElseThrow().error()).contains("refusal.NothingStarted");
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ImportState.UPLOADED);
    }

    @Test
    void aDiscardedFileLeavesNothingBehind() throws Exception {
        long id = rehearsed(ImportKind.USERS, "id,name\nA1,Ann\n");
        desk.discard(id);

        assertThat(desk.find(id)).isEmpty();
        assertThat(count("imports.file_chunk")).isZero();
        assertThat(count("users.intake_row")).isZero();
        assertThatExceptionOfType(ImportOver.class).isThrownBy(() -> desk.rehearse(id));
    }

    private long rehearsed(ImportKind kind, String text) throws IOException {
        long id = upload(kind, text, StandardCharsets.UTF_8);
        rehearse(id);
        return id;
    }

    private ImportView rehearse(long id) {
        desk.rehearse(id);
        jobs.runPending();
        return desk.find(id).orElseThrow();
    }

    private ImportView commit(long id) {
        desk.commit(id);
        jobs.runPending();
        ImportView view = desk.find(id).orElseThrow();
        assertThat(view.state()).isEqualTo(ImportState.COMMITTED);
        return view;
    }

    private long upload(ImportKind kind, String text, Charset charset) throws IOException {
        return desk.upload(kind, "C:\\files\\test.csv", new ByteArrayInputStream(text.getBytes(charset)));
    }

    private List<String> rejectedRows(long id) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        desk.writeRejectedRows(id, target, CODES);
        String text = target.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return text.substring(1).lines().toList();
    }

    private long userId(String externalId) {
        return jdbc.sql("select user_id from users.users where external_id = ?")
                .param(externalId)
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static IntakeReport counts(ImportView view) {
        return Objects.requireNonNull(view.report());
    }

    private static Map<String, Long> noMatches() {
        return Map.of("EXTERNAL_ID", 0L, "PHONE", 0L, "EMAIL", 0L);
    }
}
