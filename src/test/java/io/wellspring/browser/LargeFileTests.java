package io.wellspring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.wellspring.imports.Packed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Ann has a workbook, and a large file on a bad line: the connection goes, the browser is closed, and the upload goes on all the same. */
@BrowserTest
class LargeFileTests {

    private static final String EMAIL = "ann@example.org";
    private static final String PASSWORD = "a well in the garden";
    private static final String SECOND_PIECE = "**/imports/uploads/*/pieces/4194304";

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    private Playwright playwright;
    private Browser browser;
    private Visitor ann;
    private Path large;

    @BeforeAll
    void openBrowser() throws IOException {
        playwright = Playwright.create();
        browser = Chromium.launch(playwright);
        ann = new Visitor(browser, "http://127.0.0.1:" + port, "en-US", true);
        large = Files.writeString(folder.resolve("large.csv"), users(10 << 20), StandardCharsets.UTF_8);
    }

    @AfterAll
    void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    @Order(1)
    void importsAWorkbookAsItIs() {
        ann.open("/");
        ann.page().fill("input[name=name]", "Ann");
        ann.page().fill("input[name=email]", EMAIL);
        ann.page().fill("input[name=password]", PASSWORD);
        ann.page().fill("input[name=repeated]", PASSWORD);
        ann.page().click("main button[type=submit]");
        ann.upload(
                "USERS",
                "会员.xlsx",
                Packed.workbook(List.of(List.of("会员号", "姓名"), List.of("007", "王芳"), List.of("008", "李雷"))));

        assertThat(ann.page().locator("main")).containsText("Excel workbook · sheet “Sheet1” · 3 rows");
        assertThat(ann.page().locator("main")).containsText("007 · 008");
        ann.page().locator("details summary").click();
        assertThat(ann.page().locator("#sheet")).isVisible();
        assertThat(ann.page().locator("#delimiter")).hasCount(0);
        assertThat(ann.inspect()).isEmpty();
        ann.page().getByRole(AriaRole.BUTTON, named("Read it this way")).click();
        ann.page().getByRole(AriaRole.BUTTON, named("Rehearse")).click();
        assertThat(ann.page().locator("main"))
                .containsText("2 created + 0 updated + 0 unchanged + 0 rejected = 2 rows read");
        assertThat(ann.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void anUploadOutlivesALostConnection() {
        loseTheConnection();
        choose(large);
        seeItLost();

        ann.page().unroute(SECOND_PIECE);
        ann.page().locator("#field-0").waitFor();
        assertThat(ann.page().locator("main")).containsText("large.csv · 10 MB");
        ann.page().getByRole(AriaRole.BUTTON, named("Discard")).click();
        assertThat(ann.page().locator("main")).containsText("The file was discarded");
    }

    @Test
    @Order(3)
    void anUploadGoesOnAfterTheBrowserWasClosed() throws IOException {
        loseTheConnection();
        choose(large);
        seeItLost();
        ann.close();
        ann = new Visitor(browser, "http://127.0.0.1:" + port, "en-US", true);
        ann.logIn(EMAIL, PASSWORD);

        ann.open("/imports");
        assertThat(ann.page().locator("main")).containsText("4 MB of 10 MB are here");
        assertThat(ann.inspect()).isEmpty();
        ann.open("/imports/new");
        assertThat(ann.page().locator("main")).containsText("4 MB of 10 MB are here");
        assertThat(ann.inspect()).isEmpty();
        ann.page().getByRole(AriaRole.LINK, named("large.csv")).click();
        assertThat(ann.inspect()).isEmpty();
        assertThat(ann.complaints()).isEmpty();

        ann.page().setInputFiles("#file", Files.writeString(folder.resolve("other.csv"), "id\nA1\n"));
        assertThat(ann.page().locator("main")).containsText("This is another file than “large.csv”");
        ann.page().setInputFiles("#file", large);
        ann.page().locator("#field-0").waitFor();
        assertThat(ann.page().locator("main")).containsText("large.csv · 10 MB");
    }

    /** The line breaks behind the first piece. */
    private void loseTheConnection() {
        ann.page().route(SECOND_PIECE, route -> route.abort("internetdisconnected"));
    }

    private void seeItLost() {
        assertThat(ann.page().locator("[data-upload-status]"))
                .containsText("The connection is lost", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        assertThat(ann.page().locator("main")).containsText("4 MB of 10 MB");
    }

    private void choose(Path file) {
        ann.open("/imports/new");
        ann.page().check("input[name=kind][value=USERS]");
        ann.page().setInputFiles("#file", file);
        ann.page().click("main button[type=submit]");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String users(int size) {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; text.length() < size; i++) {
            text.append("A").append(i).append(",Ann\n");
        }
        text.setLength(size);
        return text.toString();
    }
}
