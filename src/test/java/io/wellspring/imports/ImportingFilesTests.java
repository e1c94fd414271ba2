package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobRun;
import io.wellspring.jobs.JobRunner;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.staff.AsStaff;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file is rehearsed as it is to be read, then committed once, or thrown away. */
@WellspringTest
@AsStaff
class ImportingFilesTests {

    @Autowired
    private ImportDesk desk;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JobRunner runner;

    @Autowired
    private JdbcClient jdbc;

    private ImportedFiles files;

    @BeforeEach
    void filesForTheDesk() {
        files = new ImportedFiles(desk, jobs);
    }

    @Test
    void aCommitNeedsARehearsalOfJustTheseSettings() throws Exception {
        long id = files.rehearsed(ImportKind.USERS, "id,name\nA1,Ann\n");
        desk.map(id, Mapping.ofFields(List.of(Optional.of(ImportField.EXTERNAL_ID), Optional.empty())));

        assertThatExceptionOfType(NotRehearsed.class).isThrownBy(() -> desk.commit(id));
    }

    @Test
    void aSecondCommitIsToldThatTheFirstIsUnderWayOrDone() throws Exception {
        long id = files.rehearsed(ImportKind.USERS, "id,name\nA1,Ann\n");
        desk.commit(id);

        assertThatExceptionOfType(ImportBusy.class).isThrownBy(() -> desk.commit(id));
        jobs.runPending();
        assertThatExceptionOfType(ImportOver.class).isThrownBy(() -> desk.commit(id));
    }

    @Test
    void aMappingThatMeansNothingIsRefused() throws Exception {
        long users = files.upload(ImportKind.USERS, "id,name\nA1,Ann\n");
        Optional<ImportField> name = Optional.of(ImportField.NAME);

        assertThatExceptionOfType(IdentityMissing.class)
                .isThrownBy(() -> desk.map(users, Mapping.ofFields(List.of(Optional.empty(), name))));
        assertThatExceptionOfType(FieldMappedTwice.class)
                .isThrownBy(() -> desk.map(users, Mapping.ofFields(List.of(name, name))));

        long orders = files.upload(ImportKind.ORDERS, "order no,customer id,amount\nO1,A1,10\n");
        assertThatExceptionOfType(FieldMissing.class).isThrownBy(() -> desk.rehearse(orders));
    }

    @Test
    void anEndlessQuoteFailsTheRehearsalAndLeavesTheFileToBeMended() throws Exception {
        long id = files.upload(
                ImportKind.USERS,
                "id,name\n" + "A1,Ann\n".repeat(40_000) + "A2,".repeat(600) + "A3,Cyd\n".repeat(400_000));
        desk.rehearse(id);
        jobs.runPending();

        ImportView view = desk.find(id).orElseThrow();
        assertThat(view.state()).isEqualTo(ImportState.UPLOADED);
        assertThat(count("users.users")).isZero();
    }

    @Test
    void emptyFilesAreRefusedAndNothingOfThemStays() {
        assertThatExceptionOfType(EmptyFile.class).isThrownBy(() -> files.upload(ImportKind.USERS, ""));
        assertThatExceptionOfType(EmptyFile.class).isThrownBy(() -> files.upload(ImportKind.USERS, "id,name\n"));
        assertThat(desk.list(1).total()).isZero();
    }

    @Test
    void aStepThatFailedIsNotRepeatedBehindThePagesBack() throws Exception {
        long id = files.upload(ImportKind.USERS, "id,name\n" + "A1,Ann\n".repeat(300) + "A2,".repeat(600));
        assertThat(files.rehearse(id).state()).isEqualTo(ImportState.UPLOADED);
        JobRun failed = runner.latest(RehearseJob.NAME, "import " + id).orElseThrow();
        assertThat(failed.error()).contains("refusal.TooManyColumns");

        long again = runner.retry(failed.id());
        jobs.runPending();

        assertThat(runner.find(again).orElseThrow().error()).contains("refusal.NothingStarted");
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ImportState.UPLOADED);
    }

    @Test
    void aDiscardedFileLeavesNothingBehind() throws Exception {
        long id = files.rehearsed(ImportKind.USERS, "id,name\nA1,Ann\n");
        desk.discard(id);

        assertThat(desk.find(id)).isEmpty();
        assertThat(count("imports.file_chunk")).isZero();
        assertThat(count("users.intake_row")).isZero();
        assertThatExceptionOfType(ImportOver.class).isThrownBy(() -> desk.rehearse(id));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
