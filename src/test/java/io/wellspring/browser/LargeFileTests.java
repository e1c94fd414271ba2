package io.wellspring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.wellspring.imports.Packed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Ann has a workbook, and a large file on a bad line: the connection goes, the browser is closed, and the upload goes on all the same. */
@BrowserTest
class LargeFileTests {

    private static final String SECOND_PIECE = "**/imports/uploads/*/pieces/4194304";

    @TempDir
    private static Path folder;

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private Visitor ann;
    private Path large;

    @BeforeAll
    void begin() throws IOException {
        ann = visitors.english();
        large = Files.writeString(folder.resolve("large.csv"), users(10 << 20), StandardCharsets.UTF_8);
    }

    @Test
    @Order(1)
    void importsAWorkbookAsItIs() {
        ann.open("/");
        ann.setUp();
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
        ann.button("Read it this way").click();
        ann.button("Rehearse").click();
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
        ann.button("Discard").click();
        assertThat(ann.page().locator("main")).containsText("The file was discarded");
    }

    @Test
    @Order(3)
    void anUploadGoesOnAfterTheBrowserWasClosed() throws IOException {
        loseTheConnection();
        choose(large);
        seeItLost();
        ann.close();
        ann = visitors.english();
        ann.logIn();

        ann.open("/imports");
        assertThat(ann.page().locator("main")).containsText("4 MB of 10 MB are here");
        assertThat(ann.inspect()).isEmpty();
        ann.open("/imports/new");
        assertThat(ann.page().locator("main")).containsText("4 MB of 10 MB are here");
        assertThat(ann.inspect()).isEmpty();
        ann.link("large.csv").click();
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

    private static String users(int size) {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; text.length() < size; i++) {
            text.append("A").append(i).append(",Ann\n");
        }
        text.setLength(size);
        return text.toString();
    }
}
