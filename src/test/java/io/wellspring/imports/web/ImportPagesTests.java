package io.wellspring.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WellspringTest
class ImportPagesTests {

    private static final String BOUNDARY = "----a-boundary";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @AsStaff
    void aChineseFileGoesThroughWithoutTouchingASetting() {
        MvcTestResult uploaded = upload(
                "USERS",
                "members.csv",
                "会员号,姓名,手机,注册日期\r\nM1,王芳,13800002210,2022/9/14\r\nM2,\"李\r\n雷\",1.38E+10,2022/9/14\r\n"
                        .getBytes(Charset.forName("GB18030")));
        assertThat(uploaded).hasStatus3xxRedirection().hasRedirectedUrl("/imports/1");

        assertThat(page("/imports/1")).hasStatusOk().bodyText().contains("GB18030", "会员号", "已自动识别 4 / 4 列");

        assertThat(mvc.post()
                        .uri("/imports/1/rehearsal")
                        .param("field", "EXTERNAL_ID", "NAME", "PHONE", "REGISTERED_AT")
                        .with(csrf()))
                .hasRedirectedUrl("/imports/1");
        jobs.runPending();
        assertThat(page("/imports/1")).bodyText().contains("新增 1 + 更新 0 + 未变 0 + 拒绝 1 = 共读取 2 行");
        assertThat(jdbc.sql("select count(*) from users.users")
                        .query(Long.class)
                        .single())
                .isZero();

        assertThat(mvc.post().uri("/imports/1/commit").with(csrf())).hasRedirectedUrl("/imports/1");
        jobs.runPending();
        assertThat(page("/imports/1")).bodyText().contains("已于", "被 Excel 截断");
        assertThat(page("/imports/1/rejected.csv"))
                .hasContentTypeCompatibleWith("text/csv")
                .bodyText()
                .startsWith("\uFEFF会员号,姓名,手机,注册日期,行号,原因")
                .contains("M2,\"李\r\n雷\",1.38E+10,2022/9/14,3,");
        assertThat(page("/imports")).hasStatusOk().bodyText().contains("members.csv");
    }

    @Test
    @AsStaff
    void anUploadWithoutAFileSaysSo() {
        assertRefused(upload("USERS", "", new byte[0]), "USERS", "请选择文件");
        assertRefused(upload("ORDERS", "empty.csv", new byte[0]), "ORDERS", "文件为空");
        assertRefused(upload("USERS", "book.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}), "USERS", "已损坏");
        byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0};
        assertRefused(upload("USERS", "book.xls", old), "USERS", "旧版或二进制 Excel 工作簿");
    }

    @Test
    @AsStaff
    void anUploadNeedsTheTokenOfItsForm() {
        assertThat(mvc.post()
                        .uri("/imports")
                        .contentType(MediaType.parseMediaType("multipart/form-data; boundary=" + BOUNDARY))
                        .content(body("USERS", "a.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8))))
                .hasStatus(403);
    }

    @Test
    @AsStaff(Role.MANAGER)
    void importsAreForAdminsOnly() {
        assertThat(page("/imports")).hasStatus(403);
        assertThat(page("/imports/new")).hasStatus(403);
        assertThat(page("/welcome")).hasStatus(403);
        assertThat(mvc.post().uri("/demo").with(csrf())).hasStatus(403);
    }

    @Test
    @AsStaff
    void anImportNobodyKnowsIsMissing() {
        assertThat(page("/imports/77")).hasStatus(404);
        assertThat(page("/imports/77/columns")).hasStatus(404);
        assertThat(page("/imports/77/rejected.csv")).hasStatus(404);
    }

    @Test
    @AsStaff
    void aRehearsalThatFoundNothingOffersNoImport() {
        upload("USERS", "members.csv", "id,phone\nA1,12\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rehearsal("EXTERNAL_ID", "PHONE")).hasRedirectedUrl("/imports/1");
        jobs.runPending();

        assertThat(page("/imports/1"))
                .hasStatusOk()
                .bodyText()
                .contains("没有可导入的内容")
                .doesNotContain("/imports/1/commit");
    }

    @Test
    @AsStaff
    void columnsThatAreNoLongerThoseOfTheFileAreRefused() {
        upload("USERS", "members.csv", "id,name\nA1,Ann\n".getBytes(StandardCharsets.UTF_8));

        assertThat(rehearsal("EXTERNAL_ID")).hasStatus(409);
        assertThat(rehearsal("EXTERNAL_ID", "NAME")).hasRedirectedUrl("/imports/1");
    }

    @Test
    @AsStaff
    void oneColumnThatIsNotImportedNamesNobody() {
        upload("USERS", "members.csv", "note\nhello\n".getBytes(StandardCharsets.UTF_8));

        assertThat(rehearsal("")).hasStatus(422);
    }

    @Test
    @AsStaff
    void welcomeOffersTwoWaysOn() {
        assertThat(page("/welcome")).hasStatusOk().bodyText().contains("导入我的文件", "使用演示数据");
    }

    private static void assertRefused(MvcTestResult uploaded, String kind, String why) {
        assertThat(uploaded).hasStatus3xxRedirection().hasRedirectedUrl("/imports/new?kind=" + kind);
        assertThat(String.valueOf(uploaded.getMvcResult().getFlashMap().get("refused")))
                .contains(why);
    }

    private MvcTestResult rehearsal(String... fields) {
        return mvc.post()
                .uri("/imports/1/rehearsal")
                .param("field", fields)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult page(String uri) {
        return mvc.get().uri(uri).locale(Locale.SIMPLIFIED_CHINESE).exchange();
    }

    private MvcTestResult upload(String kind, String name, byte[] content) {
        return mvc.post()
                .uri("/imports")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(csrf())
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=" + BOUNDARY))
                .content(body(kind, name, content))
                .exchange();
    }

    private static byte[] body(String kind, String name, byte[] content) {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n%s\r\n--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(BOUNDARY, kind, BOUNDARY, name);
        byte[] before = head.getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[before.length + content.length + after.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(content, 0, all, before.length, content.length);
        System.arraycopy(after, 0, all, before.length + content.length, after.length);
        return all;
    }
}
