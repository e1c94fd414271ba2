package io.wellspring.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.WellspringTest;
import io.wellspring.imports.Packed;
import io.wellspring.imports.UploadDesk;
import io.wellspring.jobs.JobRunner;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WellspringTest
@AsStaff
class UploadingInPiecesTests {

    private static final int PIECE = UploadDesk.PIECE;
    private static final long MODIFIED = 1_764_000_000_000L;

    /** Two pieces and a half. */
    private final byte[] file = users(2 * PIECE + PIECE / 2);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JobRunner runner;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void pieceByPieceTheFileIsWhatItIsInOneGo() {
        assertThat(begin(file))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("received")
                .isEqualTo(0);
        assertThat(put(0, 0, 2 * PIECE))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("received")
                .isEqualTo(2 * PIECE);
        assertThat(put(2 * PIECE, 2 * PIECE, file.length)).hasStatusOk();
        assertThat(arrive()).hasStatusOk().bodyJson().extractingPath("location").isEqualTo("/imports/1");

        assertThat(mvc.post().uri("/imports/1/discard").with(csrf())).hasStatus3xxRedirection();
        MvcTestResult whole = mvc.post()
                .uri("/imports")
                .with(csrf())
                .contentType("multipart/form-data; boundary=b")
                .content(Packed.write(body -> {
                    body.write(Packed.bytes(
                            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"users.csv\"\r\n\r\n"));
                    body.write(file);
                    body.write(Packed.bytes("\r\n--b--\r\n"));
                }))
                .exchange();
        assertThat(whole).hasRedirectedUrl("/imports/2");
        assertThat(jdbc.sql(
                                "select count(distinct (sha256, bytes, lines, charset, column_names)) from imports.import_file")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select sum(length(bytes)) from imports.file_chunk")
                        .query(Long.class)
                        .single())
                .isEqualTo(file.length);
    }

    @Test
    void aRepeatedPieceChangesNothing() {
        begin(file);
        put(0, 0, PIECE);
        put(PIECE, PIECE, 2 * PIECE);
        assertThat(put(PIECE, PIECE, 2 * PIECE))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("received")
                .isEqualTo(2 * PIECE);
        assertThat(put(0, 0, PIECE))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("received")
                .isEqualTo(2 * PIECE);
        assertThat(chunks()).isEqualTo(2);
        put(2 * PIECE, 2 * PIECE, file.length);
        arrive();
        assertThat(put(2 * PIECE, 2 * PIECE, file.length)).hasStatusOk();
        assertThat(arrive()).hasStatusOk();
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'import.uploaded'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void aGapIsRefusedWithWhereToGoOn() {
        begin(file);
        put(0, 0, PIECE);
        assertThat(put(2 * PIECE, 2 * PIECE, file.length))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("received")
                .isEqualTo(PIECE);
        assertThat(put(0, 0, 2 * PIECE))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("received")
                .isEqualTo(PIECE);
        assertThat(arrive())
                .hasStatus(409)
                .bodyJson()
                .extractingPath("received")
                .isEqualTo(PIECE);
        assertThat(chunks()).isOne();
    }

    @Test
    void whatIsNoPieceIsRefused() {
        begin(file);
        assertThat(put(0, 0, 0)).hasStatus(422);
        assertThat(put(0, 0, PIECE - 1)).hasStatus(422);
        assertThat(put(1, 0, PIECE)).hasStatus(422);
        assertThat(put(-PIECE, 0, PIECE)).hasStatus(422);
        assertThat(put(0, new byte[UploadDesk.LARGEST_PIECE + PIECE])).hasStatus(422);
        assertThat(put(2 * PIECE, new byte[PIECE])).hasStatus(422);
        assertThat(chunks()).isZero();
    }

    @Test
    void choosingTheSameFileAgainGoesOnBehindWhatIsHere() {
        begin(file);
        put(0, 0, PIECE);

        assertThat(page("/imports")).hasStatusOk().bodyText().contains("已收到 1 MB，共 2.5 MB");
        assertThat(page("/imports/new")).hasStatusOk().bodyText().contains("未完成的上传", "users.csv");
        assertThat(page("/imports/1"))
                .hasStatusOk()
                .bodyText()
                .contains("请再次选择“users.csv”", "data-upload=\"/imports/uploads/1\"");
        assertThat(page("/imports/1/columns")).hasRedirectedUrl("/imports/1");

        assertThat(begin(file))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("received")
                .isEqualTo(PIECE);
        assertThat(goOn("users.csv", file.length, MODIFIED))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("received")
                .isEqualTo(PIECE);
        assertThat(put(0, 0, PIECE)).hasStatusOk();
        put(PIECE, PIECE, file.length);
        assertThat(page("/imports/1")).hasStatusOk().bodyText().contains("识别文件");
        assertThat(mvc.post().uri("/imports/1/arrival").with(csrf())).hasRedirectedUrl("/imports/1");
        assertThat(page("/imports/1")).hasStatusOk().bodyText().contains("UTF-8");
    }

    @Test
    void anotherFileIsRefusedAndNothingIsLost() {
        begin(file);
        put(0, 0, PIECE);
        byte[] other = file.clone();
        other[PIECE / 2] ^= 1;

        assertThat(put(0, Arrays.copyOf(other, PIECE)))
                .hasStatus(409)
                .bodyText()
                .contains("users.csv");
        assertThat(goOn("orders.csv", file.length, MODIFIED)).hasStatus(409);
        assertThat(goOn("users.csv", file.length + 1, MODIFIED)).hasStatus(409);
        assertThat(goOn("users.csv", file.length, MODIFIED + 1)).hasStatus(409);
        assertThat(put(PIECE, PIECE, 2 * PIECE))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("received")
                .isEqualTo(2 * PIECE);
    }

    @Test
    void aFileThatIsRefusedIsThrownAway() {
        byte[] picture = {0, 1, 2, 3};
        begin(picture);
        put(0, picture);
        assertThat(arrive()).hasStatus(422).bodyText().contains("CSV");
        assertThat(chunks()).isZero();
        assertThat(page("/imports/1")).hasStatus(404);
        assertThat(begin(new byte[0])).hasStatus(422);
    }

    @Test
    void anUploadIsItsUploadersOwn() {
        begin(file);
        put(0, 0, PIECE);
        jdbc.sql("update imports.import_file set uploader_id = uploader_id + 1").update();

        assertThat(put(PIECE, PIECE, 2 * PIECE)).hasStatus(404);
        assertThat(goOn("users.csv", file.length, MODIFIED)).hasStatus(404);
        assertThat(arrive()).hasStatus(404);
        assertThat(page("/imports/new")).bodyText().doesNotContain("users.csv");
        assertThat(page("/imports/1")).hasStatusOk().bodyText().contains("您可以丢弃它");
        assertThat(mvc.post().uri("/imports/1/discard").with(csrf())).hasStatus3xxRedirection();
        assertThat(chunks()).isZero();
    }

    @Test
    void anUnfinishedFileCannotBeRehearsed() {
        begin(file);
        put(0, 0, PIECE);
        assertThat(mvc.post()
                        .uri("/imports/1/rehearsal")
                        .param("field", "EXTERNAL_ID")
                        .with(csrf()))
                .hasStatus(409);
        assertThat(mvc.post().uri("/imports/1/commit").with(csrf())).hasStatus(409);
    }

    @Test
    void whatRestsForAWeekIsRemovedByNight() {
        begin(file);
        put(0, 0, PIECE);
        runner.submit("imports.sweep", "", "");
        jobs.runPending();
        assertThat(chunks()).isOne();

        jdbc.sql("update imports.import_file set uploaded_at = uploaded_at - interval '7 days 1 minute'")
                .update();
        runner.submit("imports.sweep", "", "");
        jobs.runPending();
        assertThat(chunks()).isZero();
        assertThat(page("/imports")).bodyText().doesNotContain("users.csv");
        assertThat(goOn("users.csv", file.length, MODIFIED)).hasStatus(404);
    }

    @Test
    void piecesNeedTheTokenOfTheirPage() {
        begin(file);
        assertThat(mvc.put().uri("/imports/uploads/1/pieces/0").content(Arrays.copyOf(file, PIECE)))
                .hasStatus(403);
    }

    @Test
    @AsStaff(Role.MANAGER)
    void piecesAreForAdminsOnly() {
        assertThat(begin(file)).hasStatus(403);
        assertThat(put(0, 0, PIECE)).hasStatus(403);
    }

    private MvcTestResult begin(byte[] content) {
        return mvc.post()
                .uri("/imports/uploads")
                .param("kind", "USERS")
                .param("name", "users.csv")
                .param("size", Integer.toString(content.length))
                .param("modified", Long.toString(MODIFIED))
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult goOn(String name, long size, long modified) {
        return mvc.post()
                .uri("/imports/uploads/1")
                .param("name", name)
                .param("size", Long.toString(size))
                .param("modified", Long.toString(modified))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult put(long offset, int from, int to) {
        return put(offset, Arrays.copyOfRange(file, from, to));
    }

    private MvcTestResult put(long offset, byte[] piece) {
        return mvc.put()
                .uri("/imports/uploads/1/pieces/" + offset)
                .contentType("application/octet-stream")
                .content(piece)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult arrive() {
        return mvc.post()
                .uri("/imports/uploads/1/arrival")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult page(String uri) {
        return mvc.get().uri(uri).locale(Locale.SIMPLIFIED_CHINESE).exchange();
    }

    private long chunks() {
        return jdbc.sql("select count(*) from imports.file_chunk")
                .query(Long.class)
                .single();
    }

    private static byte[] users(int size) {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; text.length() < size; i++) {
            text.append("A").append(i).append(",Ann\n");
        }
        return Arrays.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII), size);
    }
}
