package io.wellspring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Templates with the words they have for examples, under our styles: what is there can be seen, in the dark and on a phone. */
@ExtendWith(NeedsChromium.class)
class SeeingWhatIsThereTests {

    private static final String CONTRAST_OF_EDGE = """
            circle => {
              const light = colour => {
                const [r, g, b] = colour.match(/[0-9.]+/g).slice(0, 3).map(part => part / 255)
                  .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const [less, more] = [light(getComputedStyle(circle).borderTopColor),
                light(getComputedStyle(circle.closest('.card')).backgroundColor)].sort((a, b) => a - b);
              return (more + 0.05) / (less + 0.05);
            }""";

    @Test
    void aCircleNobodyHasChosenYetHasAnEdge() throws IOException {
        for (String theme : new String[] {"dark", "light"}) {
            try (Playwright playwright = Playwright.create();
                    Browser browser = Chromium.launch(playwright)) {
                Page page = open(browser, Visitor.WIDE, theme, "points/redeem");
                Object contrast = page.locator("input[type=radio]").evaluate(CONTRAST_OF_EDGE);
                assertThat(((Number) contrast).doubleValue()).as(theme).isGreaterThan(3);
            }
        }
    }

    @Test
    void onAPhoneAChangeUsesTheWholeWidth() throws IOException {
        try (Playwright playwright = Playwright.create();
                Browser browser = Chromium.launch(playwright)) {
            Page page = open(browser, Visitor.NARROW, "light", "audit/list");
            var name = page.locator("table.changes th").boundingBox();
            var before = page.locator("table.changes td").first().boundingBox();
            var after = page.locator("table.changes td").last().boundingBox();
            assertThat(before.y).as("below the name").isGreaterThanOrEqualTo(name.y + name.height);
            assertThat(after.y).as("beside each other").isEqualTo(before.y);
            assertThat(name.width).isGreaterThan(Visitor.NARROW * 0.7);
        }
    }

    /** Without what only the application knows; the names of values on a phone are words of the template. */
    private static Page open(Browser browser, int width, String theme, String template) throws IOException {
        String main = text("templates/" + template + ".html")
                .replaceAll("(?s).*?<main[^>]*>(.*)</main>.*", "$1")
                .replaceAll("</?th:block[^>]*>", "")
                .replace("th:data-label", "data-label");
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900));
        page.setContent("<html data-bs-theme=\"" + theme + "\"><head><style>"
                + text("META-INF/resources/webjars/tabler__core/*/dist/css/tabler.min.css") + "</style><style>"
                + text("static/css/wellspring.css") + "</style></head><body><main>" + main + "</main></body></html>");
        return page;
    }

    private static String text(String resource) throws IOException {
        return new PathMatchingResourcePatternResolver()
                .getResources("classpath*:" + resource)[0].getContentAsString(StandardCharsets.UTF_8);
    }
}
