package io.wellspring.imports;

import static io.wellspring.imports.ImportedFiles.counts;
import static io.wellspring.imports.ImportedFiles.noMatches;
import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.shared.IntakeChange;
import io.wellspring.shared.IntakeReport;
import io.wellspring.staff.AsStaff;
import java.nio.charset.Charset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Users of a file are made, or found by what is known of them and changed. */
@WellspringTest
@AsStaff
class ImportingUsersTests {

    @Autowired
    private ImportDesk desk;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JdbcClient jdbc;

    private ImportedFiles files;

    @BeforeEach
    void filesForTheDesk() {
        files = new ImportedFiles(desk, jobs);
    }

    @Test
    void aRehearsalSaysWhatTheCommitThenDoes() throws Exception {
        long id = files.upload(ImportKind.USERS, """
                会员号,姓名,手机,邮箱,性别,生日,注册日期
                M001,王芳,13800002210,Ann@Example.com,女,1990/1/3,2024/5/8
                M002,李雷,138 0000 2211,,男,,2024/5/9
                """, Charset.forName("GB18030"));

        ImportView rehearsed = files.rehearse(id);
        assertThat(rehearsed.report()).isEqualTo(new IntakeReport(2, 0, 0, 0, noMatches()));
        assertThat(count("users.users")).isZero();

        ImportView committed = files.commit(id);
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
        files.commit(files.rehearsed(ImportKind.USERS, file));
        long again = files.upload(ImportKind.USERS, file);

        assertThat(desk.find(again).orElseThrow().seenBefore()).isPresent();
        files.rehearse(again);
        ImportView committed = files.commit(again);

        assertThat(counts(committed).unchanged()).isEqualTo(2);
        assertThat(counts(committed).matchedBy()).containsEntry("EXTERNAL_ID", 2L);
        assertThat(count("users.users")).isEqualTo(2);
    }

    @Test
    void aKnownUserKeepsWhatTheFileDoesNotSay() throws Exception {
        files.commit(files.rehearsed(ImportKind.USERS, "id,name,city\nA1,Ann,Hangzhou\n"));
        long id = files.rehearsed(ImportKind.USERS, "id,name,city\nA1,,Shanghai\nA2,Bob,Beijing\n");

        assertThat(desk.samples(id, "UPDATED"))
                .singleElement()
                .satisfies(sample -> assertThat(sample.changes())
                        .extracting(IntakeChange::field)
                        .containsExactly("CITY"));
        ImportView committed = files.commit(id);

        assertThat(counts(committed).updated()).isOne();
        assertThat(counts(committed).created()).isOne();
        assertThat(jdbc.sql("select name || ' ' || city from users.users where external_id = 'A1'")
                        .query(String.class)
                        .single())
                .isEqualTo("Ann Shanghai");
    }

    @Test
    void aPhoneOfAnotherUserIsRefusedWithThatUser() throws Exception {
        files.commit(files.rehearsed(ImportKind.USERS, "id,phone\nA1,13800002210\nA2,13800002211\n"));
        long ann = userId("A1");
        long bob = userId("A2");

        long id = files.rehearsed(ImportKind.USERS, "id,phone\nA2,13800002210\nA3,13800002211\n");

        assertThat(files.rejectedRows(id))
                .contains("A2,13800002210,2,PHONE_TAKEN:" + ann, "A3,13800002211,3,PHONE_TAKEN:" + bob);
    }

    @Test
    void aUserWithoutExternalIdIsFoundByPhoneAndGetsOne() throws Exception {
        files.commit(files.rehearsed(ImportKind.USERS, "phone,name\n13800002210,Ann\n"));

        ImportView committed =
                files.commit(files.rehearsed(ImportKind.USERS, "id,phone,email\nA1,13800002210,ann@example.com\n"));

        assertThat(counts(committed).updated()).isOne();
        assertThat(counts(committed).matchedBy()).containsEntry("PHONE", 1L);
        assertThat(jdbc.sql("select kind from users.identity order by kind")
                        .query(String.class)
                        .list())
                .containsExactly("EMAIL", "EXTERNAL_ID", "PHONE");
    }

    @Test
    void aChangedPhoneIsNoLongerAnIdentity() throws Exception {
        files.commit(files.rehearsed(ImportKind.USERS, "id,phone\nA1,13800002210\n"));
        files.commit(files.rehearsed(ImportKind.USERS, "id,phone\nA1,13800002211\n"));

        assertThat(jdbc.sql("select value from users.identity where kind = 'PHONE'")
                        .query(String.class)
                        .list())
                .containsExactly("+8613800002211");
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
}
