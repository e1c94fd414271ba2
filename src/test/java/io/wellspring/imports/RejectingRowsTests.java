package io.wellspring.imports;

import static io.wellspring.imports.ImportedFiles.counts;
import static io.wellspring.imports.ImportedFiles.noMatches;
import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.shared.IntakeReport;
import io.wellspring.staff.AsStaff;
import java.nio.charset.Charset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that cannot be taken are counted and given back with why. */
@WellspringTest
@AsStaff
class RejectingRowsTests {

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
    void everyRowIsCountedOnceWhateverIsWrongWithIt() throws Exception {
        long id = files.rehearsed(ImportKind.USERS, """
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
        assertThat(files.rejectedRows(id))
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
        long id = files.rehearsed(
                ImportKind.USERS, "id,name,birthday\n=1+1,@SUM(A1),1990-02-30\n-5,'quoted,1990-02-30\n");
        assertThat(files.rejectedRows(id))
                .contains("'=1+1,'@SUM(A1),1990-02-30,2,DATE_INVALID", "-5,'quoted,1990-02-30,3,DATE_INVALID");

        files.commit(files.rehearsed(ImportKind.USERS, "id,name\n'=1+1,'@SUM(A1)\n-5,'quoted\n"));
        assertThat(jdbc.sql("select external_id || ' ' || name from users.users order by 1")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("=1+1 @SUM(A1)", "-5 'quoted");
    }

    @Test
    void charactersThatCannotBeReadRefuseTheirRow() throws Exception {
        long id = files.upload(ImportKind.USERS, "id,name\nA1,王芳\nA2,Bob\n", Charset.forName("GB18030"));
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
        ImportView view = files.rehearse(id);

        assertThat(counts(view).rejected()).isOne();
        assertThat(counts(view).created()).isOne();
    }
}
