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
    void whatWasEnteredStaysWhereTheMappingMakesNoSense() {
        upload("USERS", "members.csv", "id,鞋码,标签\nA1,38,a|b\n".getBytes(StandardCharsets.UTF_8));

        MvcTestResult refused = mvc.post()
                .uri("/imports/1/rehearsal")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .param("field", "EXTERNAL_ID", "NEW", "TAGS")
                .param("label", "", "", "")
                .param("type", "TEXT", "NUMBER", "TEXT")
                .param("group", "", "", "会员标签")
                .param("tagPolicy", "APPEND", "APPEND", "OVERWRITE")
                .param("mode", "UPDATE_ONLY")
                .param("match", "PHONE", "EXTERNAL_ID", "")
                .with(csrf())
                .exchange();

        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#field-1\"", "请为新属性填写名称", "value=\"会员标签\"")
                .containsPattern("(?s)<option value=\"UPDATE_ONLY\" selected=\"selected\">")
                .containsPattern("(?s)<option value=\"OVERWRITE\" selected=\"selected\">替换导入标签");
        assertThat(mvc.post()
                        .uri("/imports/1/rehearsal")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .param("field", "EXTERNAL_ID", "", "")
                        .param("match", "PHONE", "PHONE", "")
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#match\"");
    }

    @Test
    @AsStaff
    void rowsAreSeenByTheirOutcomeWithWhatComesIntoBeing() {
        String members = "id,name,city,鞋码,标签\nA1,Ann,Hangzhou,38,a|b\nA2,Bob,Ningbo,42,b\n";
        upload("USERS", "members.csv", members.getBytes(StandardCharsets.UTF_8));
        assertThat(shoes("EXTERNAL_ID", "NAME", "CITY", "NEW", "TAGS")).hasRedirectedUrl("/imports/1");
        jobs.runPending();
        assertThat(page("/imports/1")).bodyText().contains("将会新建", "鞋码", "标签 2 个", "导入 2 行", "打标签 3 次");
        mvc.post().uri("/imports/1/commit").with(csrf()).exchange();
        jobs.runPending();
        assertThat(page("/imports/1")).bodyText().contains("已新建");
        assertThat(page("/tags")).hasStatusOk().bodyText().contains("导入标签");
        assertThat(page("/users/1")).hasStatusOk().bodyText().contains("鞋码", "38", "tag-1");

        upload(
                "USERS",
                "members.csv",
                members.replace("Hangzhou", "Shanghai").replace("A2,Bob", "A3,").getBytes(StandardCharsets.UTF_8));
        assertThat(page("/imports/2")).bodyText().contains("与上次相同：按表头一致的“members”匹配");
        assertThat(mvc.post().uri("/imports/2/guess").with(csrf())).hasRedirectedUrl("/imports/2/columns");
        assertThat(rehearsalOf(2, "EXTERNAL_ID", "NAME", "CITY", "attribute:鞋码", "TAGS"))
                .hasRedirectedUrl("/imports/2");
        jobs.runPending();
        assertThat(page("/imports/2"))
                .bodyText()
                .contains("逐项对比", "Hangzhou", "Shanghai", "outcome=CREATED")
                .doesNotContain("新增的行");
        assertThat(page("/imports/2?outcome=CREATED")).bodyText().contains("新增的行", "A3");
        assertThat(page("/imports/2?outcome=nonsense")).hasStatusOk();
    }

    @Test
    @AsStaff
    void whatImportsTaughtCanBeSeenAndForgotten() {
        upload("USERS", "members.csv", "Kd-Nr,鞋码\nA1001,38\n".getBytes(StandardCharsets.UTF_8));
        shoes("EXTERNAL_ID", "NEW");
        jobs.runPending();
        mvc.post().uri("/imports/1/commit").with(csrf()).exchange();
        jobs.runPending();

        assertThat(page("/imports/mappings")).hasStatusOk().bodyText().contains("members", "Kd-Nr");
        assertThat(mvc.post()
                        .uri("/imports/mappings/1/name")
                        .param("name", "people")
                        .with(csrf()))
                .hasRedirectedUrl("/imports/mappings");
        assertThat(mvc.post()
                        .uri("/imports/synonyms/removal")
                        .param("kind", "USERS")
                        .param("header", "kdnr")
                        .param("field", "EXTERNAL_ID")
                        .with(csrf()))
                .hasRedirectedUrl("/imports/mappings");
        assertThat(page("/imports/mappings")).bodyText().contains("people").doesNotContain("Kd-Nr");
        assertThat(mvc.post().uri("/imports/mappings/1/removal").with(csrf())).hasRedirectedUrl("/imports/mappings");

        assertThat(page("/users/attributes")).hasStatusOk().bodyText().contains("鞋码");
        assertThat(mvc.post()
                        .uri("/users/attributes/name")
                        .param("code", "鞋码")
                        .param("label", "Shoe size")
                        .with(csrf()))
                .hasRedirectedUrl("/users/attributes");
        assertThat(mvc.post()
                        .uri("/users/attributes/retirement")
                        .param("code", "鞋码")
                        .with(csrf()))
                .hasRedirectedUrl("/users/attributes");
        assertThat(page("/users/attributes")).bodyText().contains("Shoe size", "已停用");
    }

    @Test
    @AsStaff
    void aFileThatOnlyCreatesOrOnlyUpdatesSaysWhomItRefused() {
        byte[] members = "id,name\nA1,Ann\n".getBytes(StandardCharsets.UTF_8);
        upload("USERS", "members.csv", members);
        rehearsal("EXTERNAL_ID", "NAME");
        jobs.runPending();
        mvc.post().uri("/imports/1/commit").with(csrf()).exchange();
        jobs.runPending();
        upload("USERS", "members.csv", "id,name\nA1,Bob\nA2,Cid\n".getBytes(StandardCharsets.UTF_8));

        assertThat(inMode("CREATE_ONLY")).bodyText().contains("新增 1 + 更新 0 + 未变 0 + 拒绝 1", "仅新建用户");
        assertThat(inMode("UPDATE_ONLY")).bodyText().contains("新增 0 + 更新 1 + 未变 0 + 拒绝 1", "仅更新用户");
    }

    private MvcTestResult inMode(String mode) {
        mvc.post()
                .uri("/imports/2/rehearsal")
                .param("field", "EXTERNAL_ID", "NAME")
                .param("mode", mode)
                .with(csrf())
                .exchange();
        jobs.runPending();
        return page("/imports/2?outcome=REJECTED");
    }

    @Test
    @AsStaff
    void whatAFileLeavesOutAndWhatReadsAsOneColumnIsSaid() {
        upload("USERS", "members.csv", "id,备注\nA1,x\n".getBytes(StandardCharsets.UTF_8));
        rehearsal("EXTERNAL_ID", "");
        jobs.runPending();
        assertThat(page("/imports/1/columns")).bodyText().contains("以下列不会导入", "（含表头）");
        upload("USERS", "members.csv", "id:name\nA1:Ann\n".getBytes(StandardCharsets.UTF_8));
        assertThat(page("/imports/2")).bodyText().contains("整个文件被识别为一列");
    }

    @Test
    @AsStaff
    void activityComesInAndIsShown() {
        upload(
                "ACTIVITY",
                "visits.csv",
                "会员号,行为类型,发生时间,次数,page\nA1,visit,2026-01-05 10:00,2,home\n".getBytes(StandardCharsets.UTF_8));
        assertThat(page("/imports/1")).hasStatusOk().bodyText().contains("行为的附加信息");
        assertThat(mvc.post()
                        .uri("/imports/1/rehearsal")
                        .param("field", "EXTERNAL_ID", "ACTIVITY_TYPE", "HAPPENED_AT", "COUNT", "DETAIL")
                        .param("createUsers", "true")
                        .with(csrf()))
                .hasRedirectedUrl("/imports/1");
        jobs.runPending();
        assertThat(page("/imports/1")).hasStatusOk().bodyText().contains("visit · 2026-01-05");
        mvc.post().uri("/imports/1/commit").with(csrf()).exchange();
        jobs.runPending();

        assertThat(page("/users/1/activity")).hasStatusOk().bodyText().contains("visit", "home", "2026-01-05 10:00");
        assertThat(page("/users/77/activity")).hasStatus(404);
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

    /** The last columns are a new attribute and, where there are five, tags. */
    private MvcTestResult shoes(String... fields) {
        boolean tagged = fields.length == 5;
        return mvc.post()
                .uri("/imports/1/rehearsal")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .param("field", fields)
                .param("label", tagged ? new String[] {"", "", "", "鞋码", ""} : new String[] {"", "鞋码"})
                .param("type", tagged ? new String[] {"", "", "", "NUMBER", ""} : new String[] {"", "NUMBER"})
                .with(csrf())
                .exchange();
    }

    private MvcTestResult rehearsal(String... fields) {
        return rehearsalOf(1, fields);
    }

    private MvcTestResult rehearsalOf(long id, String... fields) {
        return mvc.post()
                .uri("/imports/" + id + "/rehearsal")
                .locale(Locale.SIMPLIFIED_CHINESE)
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
