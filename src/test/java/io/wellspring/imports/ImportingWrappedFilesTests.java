package io.wellspring.imports;

import static io.wellspring.imports.Packed.bytes;
import static io.wellspring.imports.Packed.gzip;
import static io.wellspring.imports.Packed.workbook;
import static io.wellspring.imports.Packed.write;
import static io.wellspring.imports.Packed.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.staff.AsStaff;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A packed file or a workbook goes all the way: recognised, rehearsed, committed, its rejected rows given back. */
@WellspringTest
@AsStaff
class ImportingWrappedFilesTests {

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
    private JdbcClient jdbc;

    @Test
    void packedFilesAreWhatTheyArePackedFrom() throws Exception {
        byte[] list = "会员号,姓名,手机\r\nM1,王芳,13800002210\r\nM2,李雷,12\r\n".getBytes(Charset.forName("GBK"));
        for (byte[] packed : List.of(gzip(list), zip("会员.csv", list))) {
            long id = desk.upload(ImportKind.USERS, "members", new ByteArrayInputStream(packed));
            ImportView view = desk.find(id).orElseThrow();
            assertThat(view.format().charset()).isEqualTo("GB18030");
            assertThat(view.lines()).isEqualTo(3);
            rehearse(id);
            assertThat(rejectedRows(id)).containsExactly("会员号,姓名,手机,line,reason", "M2,李雷,12,3,PHONE_INVALID:CN");
        }
    }

    @Test
    void aWorkbookOfUsersGoesAllTheWay() throws Exception {
        long id = desk.upload(ImportKind.USERS, "members.xlsx", new ByteArrayInputStream(members()));

        ImportView view = desk.find(id).orElseThrow();
        assertThat(view.container()).isEqualTo(Container.WORKBOOK);
        assertThat(view.sheets()).containsExactly("Notes", "Members", "Old members");
        assertThat(view.format().sheet()).isEqualTo("Members");
        assertThat(view.lines()).isEqualTo(8);
        ImportPreview preview = desk.preview(id);
        assertThat(preview.recognised()).isEqualTo(5);
        assertThat(preview.refused()).isEqualTo(3);

        rehearse(id);
        assertThat(rejectedRows(id))
                .containsExactly(
                        "会员号,姓名,手机,生日,注册日期,line,reason",
                        "A4,Dan,1.23456789012346E+17,,,5,SCIENTIFIC",
                        "A5,#CALC!,,,,6,CELL_ERROR:#CALC!",
                        ",,,1990-01-31,,8,NO_IDENTITY");
        desk.commit(id);
        jobs.runPending();
        assertThat(Objects.requireNonNull(desk.find(id).orElseThrow().report()).created())
                .isEqualTo(3);
        assertThat(jdbc.sql("""
                                select external_id || ' ' || name || ' ' || coalesce(phone, '-') || ' ' || coalesce(birthday::text, '-')
                                  || ' ' || coalesce((registered_at at time zone 'Asia/Shanghai')::text, '-')
                                from users.users order by external_id""").query(String.class).list())
                .containsExactly(
                        "007 Bob - - -",
                        "A1 王芳 +8613800002210 1990-01-31 2024-05-08 09:30:00",
                        "A3 Cyd +8613800002212 - -");
    }

    @Test
    void anotherSheetIsChosenLikeAnythingElseOfTheFormat() throws Exception {
        long id = desk.upload(ImportKind.USERS, "members.xlsx", new ByteArrayInputStream(members()));
        rehearse(id);

        desk.read(id, desk.find(id).orElseThrow().format().onSheet("Old members"));

        ImportView view = desk.find(id).orElseThrow();
        assertThat(view.state()).isEqualTo(ImportState.UPLOADED);
        assertThat(view.lines()).isEqualTo(2);
        assertThat(desk.preview(id).columns()).extracting(ColumnPreview::name).containsExactly("会员号");
        assertThatExceptionOfType(EmptyFile.class)
                .isThrownBy(() -> desk.read(id, view.format().onSheet("Notes")));
        desk.read(id, view.format().onSheet("no such sheet"));
        assertThat(desk.find(id).orElseThrow().format().sheet()).isEqualTo("Old members");
    }

    @Test
    void theSameFileIsRecognisedByItsBytesPackedOrNot() throws Exception {
        byte[] book = workbook(List.of(List.of("id", "name"), List.of("A1", "Ann")));
        long id = desk.upload(ImportKind.USERS, "a.xlsx", new ByteArrayInputStream(book));
        rehearse(id);
        desk.commit(id);
        jobs.runPending();

        long again = desk.upload(ImportKind.USERS, "b.xlsx", new ByteArrayInputStream(book));
        assertThat(desk.find(again).orElseThrow().seenBefore()).isPresent();
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        byte[] list = bytes("id\nA1\n");
        assertThatExceptionOfType(NoListInside.class)
                .isThrownBy(() ->
                        desk.upload(ImportKind.USERS, "a.zip", new ByteArrayInputStream(zip("__MACOSX/a.csv", list))));
        assertThatExceptionOfType(EmptyFile.class)
                .isThrownBy(() -> desk.upload(
                        ImportKind.USERS, "a.xlsx", new ByteArrayInputStream(workbook(List.of(List.of())))));
        assertThatExceptionOfType(EmptyFile.class)
                .isThrownBy(() -> desk.upload(ImportKind.USERS, "a.gz", new ByteArrayInputStream(gzip(new byte[0]))));
        assertThat(desk.list(1).total()).isZero();
        assertThat(jdbc.sql("select count(*) from imports.file_chunk")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** An empty sheet, one of members as Excel keeps them, and a short one. */
    private static byte[] members() {
        return write(target -> {
            try (Workbook workbook = new Workbook(target, "test", "1.0")) {
                workbook.newWorksheet("Notes");
                Worksheet sheet = workbook.newWorksheet("Members");
                String[] header = {"会员号", "姓名", "手机", "生日", "注册日期"};
                for (int column = 0; column < header.length; column++) {
                    sheet.value(0, column, header[column]);
                }
                sheet.value(1, 0, "A1");
                sheet.value(1, 1, "王芳");
                sheet.value(1, 2, 13800002210L);
                sheet.value(1, 3, LocalDate.of(1990, 1, 31));
                sheet.style(1, 3).format("yyyy-mm-dd").set();
                sheet.value(1, 4, LocalDateTime.of(2024, 5, 8, 9, 30));
                sheet.style(1, 4).format("yyyy/m/d h:mm").set();
                sheet.value(2, 0, "007");
                sheet.value(2, 1, "Bob");
                sheet.value(3, 0, "A3");
                sheet.value(3, 1, "Cyd");
                sheet.value(3, 2, "138 0000 2212");
                sheet.value(4, 0, "A4");
                sheet.value(4, 1, "Dan");
                sheet.value(4, 2, 123456789012345678L);
                sheet.value(5, 0, "A5");
                sheet.formula(5, 1, "NA()");
                sheet.value(7, 3, LocalDate.of(1990, 1, 31));
                sheet.style(7, 3).format("yyyy-mm-dd").set();
                sheet.value(7, 5, "");
                Worksheet old = workbook.newWorksheet("Old members");
                old.value(0, 0, "会员号");
                old.value(1, 0, "A9");
            }
        });
    }

    private void rehearse(long id) {
        desk.rehearse(id);
        jobs.runPending();
        assertThat(desk.find(id).orElseThrow().state()).isEqualTo(ImportState.REHEARSED);
    }

    private List<String> rejectedRows(long id) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        desk.writeRejectedRows(id, target, CODES);
        return target.toString(StandardCharsets.UTF_8).substring(1).lines().toList();
    }
}
