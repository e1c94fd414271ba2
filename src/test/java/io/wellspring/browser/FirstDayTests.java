package io.wellspring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A newcomer's first day: set up, import users and orders as a Chinese Excel saves them, look at the RFM value and at every page. */
@BrowserTest
class FirstDayTests {

    private static final int USERS = 12;
    private static final String VISITS = "会员号,行为类型,发生时间,页面\nM001,访问,2023-05-01 10:00,首页\n";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private Visitor ann;

    @BeforeAll
    void begin() {
        ann = visitors.english();
    }

    @Test
    @Order(1)
    void setsUpTheFirstAdminAndIsWelcome() {
        ann.open("/");
        assertThat(ann.path()).isEqualTo("/setup");
        assertThat(ann.inspect()).isEmpty();
        ann.setUp();
        assertThat(ann.page()).hasURL(Pattern.compile(".*/welcome$"));
        assertThat(heading()).hasText("Welcome to Wellspring");
        ann.open("/");
        assertThat(ann.page().locator("main")).containsText("Import");
    }

    @Test
    @Order(2)
    void importsUsersFromAChineseExcelWithoutTouchingASetting() {
        ann.upload("USERS", "会员.csv", users().getBytes(Charset.forName("GBK")));
        assertThat(ann.page().locator("main")).containsText("9 of 9 columns recognised");
        assertThat(ann.page().locator("main")).containsText("GB18030");
        assertThat(ann.page().locator("main")).containsText("王一");
        ann.button("Rehearse").click();
        assertThat(ann.page().locator("main"))
                .containsText("12 created + 0 updated + 0 unchanged + 1 rejected = 13 rows read");
        assertThat(ann.page().locator("main")).containsText("is not a valid phone number");
        ann.button("Import 12 rows").click();
        assertThat(heading()).hasText("Import users");
        assertThat(ann.link("See the RFM value")).isVisible();
    }

    @Test
    @Order(3)
    void importsOrdersAndWatchesThemComeIn() {
        ann.upload("ORDERS", "订单.csv", orders().getBytes(Charset.forName("GBK")));
        assertThat(ann.page().locator("main")).containsText("6 of 6 columns recognised");
        ann.button("Rehearse").click();
        assertThat(ann.page().locator("main")).containsText("= 80 rows read");
        ann.button("Import 79 rows").click();
        ann.link("See the RFM value").waitFor();
        assertThat(ann.page().locator("main"))
                .containsText("79 created + 0 updated + 0 unchanged + 1 rejected = 80 rows read");
        ann.open("/jobs");
        assertThat(ann.page().locator("main")).containsText("Commit an import");
    }

    @Test
    @Order(4)
    void looksAtTheClassesAndSeesWhoIsInOne() {
        await("/rfm", "main table a[href*='class=']");
        assertThat(ann.page().locator("main canvas").first()).isVisible();
        Locator klass = ann.page().locator("main table a[href*='class=']").first();
        klass.click();
        assertThat(heading()).hasText("Users");
        assertThat(ann.path()).contains("class=");
        assertThat(ann.page().locator("main table tbody tr").first()).isVisible();
        ann.page().locator("main table tbody a").first().click();
        assertThat(ann.page()).hasURL(Pattern.compile(".*/users/\\d+$"));
    }

    @Test
    @Order(5)
    void describesASegmentAndKeepsItOnce() {
        ann.open("/segments/new");
        ann.page().selectOption("#k-0", "FIELD:orders");
        ann.page().fill("#v-0", "3");
        ann.page().press("#v-0", "Tab");
        assertThat(ann.page().locator(".ws-total a")).hasText("10");
        assertThat(ann.page().locator("#editor :focus")).hasCount(1);
        ann.page().press("#add-", "Enter");
        assertThat(ann.page().locator("#k-1")).isFocused();
        ann.page().press("#remove-1", "Enter");
        assertThat(ann.page().locator("#add-")).isFocused();
        ann.page().fill("#name", "Regulars");
        ann.page().click(".ws-head .btn-primary");
        assertThat(heading()).containsText("Regulars");
        assertThat(ann.page()).hasURL(Pattern.compile(".*/segments/1$"));
        ann.open("/segments");
        assertThat(ann.page().locator("main table tbody tr")).hasCount(1);
    }

    @Test
    @Order(6)
    void readsTheSameInChineseAndBack() {
        ann.open("/users");
        assertThat(heading()).hasText("Users");
        ann.button("中文").click();
        assertThat(heading()).hasText("用户");
        assertThat(ann.page().locator("html")).hasAttribute("lang", "zh-CN");
        ann.button("English").click();
        assertThat(heading()).hasText("Users");
        try (Visitor stranger = visitors.chinese()) {
            stranger.open("/login");
            assertThat(stranger.page().locator("h1")).hasText("登录");
            assertThat(stranger.inspect()).isEmpty();
            assertThat(stranger.complaints()).isEmpty();
        }
    }

    @Test
    @Order(7)
    void findsEveryPageSoundAtBothWidthsInBothLanguages() {
        List<String> pages = pages();
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("English", "中文")) {
            for (String page : pages) {
                ann.open(page);
                wrong.addAll(ann.inspect());
            }
            if (language.equals("English")) {
                ann.button("中文").click();
                assertThat(ann.page().locator("html")).hasAttribute("lang", "zh-CN");
            }
        }
        ann.button("English").click();
        assertThat(wrong).isEmpty();
        assertThat(ann.complaints()).isEmpty();
    }

    @Test
    @Order(8)
    void getsEverywhereByKeyboard() {
        ann.open("/users");
        ann.page().keyboard().press("Tab");
        assertThat(ann.page().locator(".ws-skip")).isFocused();
        List<String> reached = new ArrayList<>();
        for (int tabs = 0; tabs < 25; tabs++) {
            ann.page().keyboard().press("Tab");
            reached.add(String.valueOf(ann.page().evaluate("() => document.activeElement.getAttribute('href')")));
        }
        assertThat(reached)
                .contains(
                        "/",
                        "/users",
                        "/tags",
                        "/segments",
                        "/imports",
                        "/rfm",
                        "/lifecycle",
                        "/tiers",
                        "/benefits",
                        "/points",
                        "/rewards",
                        "/jobs",
                        "/staff",
                        "/audit",
                        "/account");
        ann.open("/users");
        ann.page().keyboard().press("Tab");
        ann.page().keyboard().press("Enter");
        ann.page().keyboard().press("Tab");
        assertThat(ann.page().evaluate("() => document.querySelector('main').contains(document.activeElement)"))
                .isEqualTo(true);
        ann.page().setViewportSize(Visitor.NARROW, 900);
        ann.open("/users");
        assertThat(ann.page().locator("#nav")).isHidden();
        ann.page().locator("[data-menu]").focus();
        ann.page().keyboard().press("Enter");
        assertThat(ann.page().locator("#nav")).isVisible();
        ann.page().setViewportSize(Visitor.WIDE, 900);
    }

    @Test
    @Order(9)
    void doesWithoutJavaScript() {
        try (Visitor plain = visitors.withoutJavaScript()) {
            plain.logIn();
            plain.open("/users");
            assertThat(plain.page().locator("main table tbody tr")).hasCount(USERS);
            plain.page().fill("#q", "M003");
            plain.page().click("form[role=search] button[type=submit]");
            assertThat(plain.page().locator("main table tbody tr")).hasCount(1);
            plain.open("/segments/new");
            plain.page().selectOption("#k-0", "FIELD:orders");
            plain.page().locator("button[value=count]").last().click();
            plain.page().fill("#v-0", "3");
            plain.page().locator("button[value=count]").last().click();
            assertThat(plain.page().locator(".ws-total a")).hasText("10");
            plain.upload("USERS", "again.csv", users().getBytes(StandardCharsets.UTF_8));
            plain.button("Rehearse").click();
            reloadUntil(plain.page(), "0 created + 0 updated + 12 unchanged + 1 rejected = 13 rows read");
        }
    }

    @Test
    @Order(10)
    void triesThresholdsWithTheKeyboardOrByNumber() {
        ann.open("/benefits/new");
        ann.page().fill("#nameEn", "Free delivery");
        ann.page().fill("#nameZh", "免邮");
        ann.page().click("main form .btn-primary");
        assertThat(heading()).hasText("Free delivery");
        ann.open("/tiers");
        ann.button("Start with five usual tiers").click();
        assertThat(ann.page().locator("#impact")).containsText("12 users");
        assertThat(ann.inspect()).isEmpty();
        Locator silver = ann.page().locator("#scale-t2-entry-growth");
        assertThat(silver).isVisible();
        silver.focus();
        ann.page().waitForResponse("**/tiers/draft", () -> silver.press("ArrowRight"));
        assertThat(ann.page().locator("[name=t2-entry-growth]")).hasValue("600");
        assertThat(silver).hasAttribute("aria-valuetext", Pattern.compile("≥ 600: reached by \\d+"));
        ann.page().waitForResponse("**/tiers/draft", () -> ann.page().check("[name=t2-benefit-1]"));
        assertThat(ann.page().locator("#impact")).containsText("Benefit cost a month");
        Locator gold = ann.page().locator("[name=t3-entry-growth]");
        ann.page().waitForResponse("**/tiers/draft", () -> {
            gold.fill("600");
            gold.blur();
        });
        assertThat(ann.page().locator("#publishing")).containsText("Nobody can earn Silver");
        ann.page().evaluate("() => { window.confirm = question => { window.asked = question; return false; }; }");
        ann.page().locator("button[name=act][value=publish]").click();
        assertThat(String.valueOf(ann.page().evaluate("() => window.asked")))
                .contains("Publish the draft as version 1?", "Nobody can earn Silver");
        ann.page().waitForResponse("**/tiers/draft", () -> {
            gold.fill("2000");
            gold.blur();
        });
        assertThat(ann.page().locator("#publishing")).not().containsText("Nobody can earn");
        ann.open("/tiers");
        assertThat(ann.page().locator("[name=t2-entry-growth]")).hasValue("600");
        assertThat(ann.page().locator("[name=t2-benefit-1]")).isChecked();
        assertThat(ann.complaints()).isEmpty();
        try (Visitor plain = visitors.withoutJavaScript()) {
            plain.logIn();
            plain.open("/tiers");
            assertThat(plain.page().locator("#scale-t2-entry-growth")).isHidden();
            plain.page().fill("[name=t2-entry-growth]", "700");
            plain.page().locator("button[name=act][value='']").click();
            assertThat(plain.page().locator("[name=t2-entry-growth]")).hasValue("700");
            assertThat(plain.page().locator("[name=t2-benefit-1]")).isChecked();
        }
    }

    /** Every page there is, some with something on them that only a story puts there. */
    private List<String> pages() {
        ann.upload("USERS", "open.csv", users().getBytes(StandardCharsets.UTF_8));
        String columns = ann.path();
        ann.upload("ACTIVITY", "visits.csv", VISITS.getBytes(StandardCharsets.UTF_8));
        assertThat(heading()).hasText("Import activity");
        String visits = ann.path();
        ann.upload("ORDERS", "rehearsed.csv", orders().getBytes(StandardCharsets.UTF_8));
        String rehearsed = ann.path();
        ann.button("Rehearse").click();
        assertThat(ann.page().locator("main")).containsText("= 80 rows read");
        List<String> pages = new ArrayList<>(List.of(
                "/",
                "/?period=LAST_90_DAYS",
                "/users",
                "/users?class=111&q=",
                "/users?q=nobody",
                "/imports",
                "/imports/new",
                "/imports/1"));
        pages.addAll(
                List.of("/imports/2", columns, rehearsed, "/welcome", "/rfm", "/rfm?map=FM", "/rfm/models", "/jobs"));
        pages.addAll(List.of(
                "/jobs/1",
                "/staff",
                "/staff/new",
                "/staff/tokens",
                "/staff/tokens/new",
                "/audit",
                "/account",
                "/users/1",
                "/users/1/orders",
                "/users/1/timeline",
                "/users/1/hours",
                "/users/1/similar",
                "/users/1/segments",
                "/users/1/notes"));
        pages.addAll(List.of(
                "/segments",
                "/segments/new?template=CORE",
                "/segments/1",
                "/segments/1/edit",
                "/segments/1/users/1",
                "/segments/listed/new",
                "/segments/overlap",
                "/lifecycle",
                "/tags/coverage",
                "/points",
                "/points/liability",
                "/points/ledger",
                "/points/adjustments",
                "/points/reconciliation",
                "/points/settings",
                "/users/1/points",
                "/users/1/points/adjustment"));
        pages.addAll(List.of("/benefits", "/benefits/new", "/users/1/benefits", "/tiers"));
        pages.addAll(List.of(visits, "/users/1/activity", "/tags", "/imports/mappings", "/users/attributes"));
        return pages;
    }

    private void await(String path, String selector) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        do {
            ann.open(path);
        } while (ann.page().locator(selector).count() == 0 && System.nanoTime() < deadline);
        assertThat(ann.page().locator(selector).first()).isVisible();
    }

    private static void reloadUntil(Page page, String text) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (page.getByText(text).count() == 0 && System.nanoTime() < deadline) {
            page.reload();
        }
        assertThat(page.locator("main")).containsText(text);
    }

    private Locator heading() {
        return ann.page().locator("h1");
    }

    /** Twelve good rows, one with a line break within a cell, and one whose phone is too short. */
    private static String users() {
        StringBuilder csv = new StringBuilder("会员号,姓名,手机,性别,生日,省份,城市,渠道,注册日期\r\n");
        IntStream.rangeClosed(1, USERS)
                .forEach(i -> csv.append("M%03d,%s,1380013%04d,%s,199%d/%d/7,浙江,%s,小程序,2022/%d/5 9:30\r\n"
                        .formatted(
                                i,
                                i == 1 ? "王一" : "李" + i,
                                8000 + i,
                                i % 2 == 0 ? "男" : "女",
                                i % 10,
                                i,
                                i == 3 ? "\"杭州\n西湖\"" : "杭州",
                                i)));
        return csv.append("M099,赵短,13800,女,,浙江,宁波,门店,2022/1/5 9:30\r\n").toString();
    }

    /** Orders of long ago, the more of them the higher the number of the user; one with an amount nobody can read. */
    private static String orders() {
        StringBuilder csv = new StringBuilder("订单号,会员号,付款时间,金额,订单状态,渠道\r\n");
        int number = 0;
        for (int user = 1; user <= USERS; user++) {
            for (int order = 1; order <= user; order++) {
                number++;
                csv.append("T%05d,M%03d,2023/%d/%d 12:%02d:00,\"￥%d,%03d.50\",已完成,小程序\r\n"
                        .formatted(
                                number,
                                user,
                                1 + (user + order) % 12,
                                1 + number % 28,
                                order,
                                1 + user % 3,
                                100 + number));
            }
        }
        csv.append("R00001,M012,2023/12/30 12:00:00,99.00,已退款,小程序\r\n");
        return csv.append("T99999,M012,2023/12/30 12:00:00,about ten,已完成,小程序\r\n")
                .toString();
    }
}
