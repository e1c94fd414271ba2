package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineSpan;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import io.wellspring.users.UserMerging;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The line of a user says which files brought and changed it, and never what stood in them. */
@WellspringTest
@AsStaff
class TellingImportsTests {

    @Autowired
    ImportTimeline timeline;

    @Autowired
    ImportDesk desk;

    @Autowired
    JobsInTests jobs;

    @Autowired
    UserMerging merging;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @Test
    void saysWhichFileBroughtAUserAndWhichChangedWhatButNoValue() {
        committed("members.csv", "id,name,phone,city\nA1,Ann,13800002210,Ningbo\n");
        committed("june.csv", "id,name,phone,city\nA1,Ann,13800002219,Hangzhou\n");

        assertThat(told(user("A1"), Locale.ENGLISH))
                .containsExactly(
                        "Changed by the import of “june.csv”: Phone, City", "Came with the import of “members.csv”");
        assertThat(told(user("A1"), Locale.SIMPLIFIED_CHINESE))
                .containsExactly("被导入文件“june.csv”更新：手机、城市", "由导入文件“members.csv”创建");
    }

    @Test
    void saysNothingOfAFileThatChangedNothing() {
        committed("members.csv", "id,name\nA1,Ann\n");
        committed("again.csv", "id,name\nA1,Ann\n");

        assertThat(told(user("A1"), Locale.ENGLISH)).hasSize(1);
    }

    @Test
    void forgetsWhatAnImportHadChangedWhenItIsTakenBack() {
        committed("members.csv", "id,city\nA1,Ningbo\n");
        long june = committed("june.csv", "id,city\nA1,Hangzhou\n");
        desk.undo(june);
        jobs.runPending("imports.undo");

        assertThat(told(user("A1"), Locale.ENGLISH)).containsExactly("Came with the import of “members.csv”");
    }

    @Test
    void saysOnceWhatBroughtTwoWhoAreOne() {
        committed("members.csv", "id\nA1\nA2\n");
        committed("others.csv", "id\nA3\n");
        merging.merge(user("A1"), user("A2"));
        merging.merge(user("A1"), user("A3"));

        assertThat(told(user("A1"), Locale.ENGLISH))
                .containsExactly("Came with the import of “others.csv”", "Came with the import of “members.csv”");
    }

    @Test
    void leadsOnlyAdminsToTheImport() {
        long members = committed("members.csv", "id\nA1\n");

        assertThat(entries(user("A1")))
                .extracting(TimelineEntry::link)
                .containsExactly(Optional.of("/imports/" + members));
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void leadsOperatorsNowhere() {
        Facts facts = new Facts(jdbc);
        UserId ann = facts.user("ann", "2026-01-01", facts.file("members.csv", "2026-01-01"));

        assertThat(entries(ann)).extracting(TimelineEntry::link).containsExactly(Optional.empty());
    }

    private List<TimelineEntry> entries(UserId user) {
        return timeline.entries(new TimelineSpan(user, merging.absorbedBy(user), Optional.empty(), 10));
    }

    private List<String> told(UserId user, Locale locale) {
        return entries(user).stream()
                .map(entry -> messages.getMessage(entry.message(), entry.facts().toArray(), locale))
                .toList();
    }

    private UserId user(String externalId) {
        return new UserId(jdbc.sql("select user_id from users.users where external_id = :id")
                .param("id", externalId)
                .query(Long.class)
                .single());
    }

    private long committed(String name, String content) {
        try {
            long id = desk.upload(
                    ImportKind.USERS, name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
            desk.rehearse(id);
            jobs.runPending("imports.rehearse");
            desk.commit(id);
            jobs.runPending("imports.commit");
            return id;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
