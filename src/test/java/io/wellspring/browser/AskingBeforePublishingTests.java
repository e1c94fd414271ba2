package io.wellspring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever publishes a draft is asked with what there is to know of it as it was typed last, however slowly the server answers. */
@BrowserTest
class AskingBeforePublishingTests {

    private static final String SLOWLY = """
            () => {
              const send = XMLHttpRequest.prototype.send;
              XMLHttpRequest.prototype.send = function (body) { setTimeout(() => send.call(this, body), 700); };
            }""";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private Visitor ann;
    private final List<String> questions = new ArrayList<>();

    @BeforeAll
    void begin() {
        ann = visitors.english();
    }

    @Test
    @Order(1)
    void beginsADraft() {
        ann.open("/");
        ann.setUp();
        ann.open("/tiers");
        ann.button("Start with five usual tiers").click();
        assertThat(publish()).isVisible();
    }

    @Test
    @Order(2)
    void theQuestionWaitsForTheAnswerToWhatWasTypedLast() {
        ann.page().evaluate(SLOWLY);
        ann.page().onDialog(dialog -> questions.add(dialog.message()));
        Locator third = ann.page().locator("[name=t3-entry-growth]");
        third.fill("1");
        publish().click();
        ann.page().waitForCondition(() -> questions.size() == 1);
        assertThat(questions.getFirst()).contains("Nobody can earn");
        assertThat(ann.complaints()).isEmpty();
    }

    private Locator publish() {
        return ann.page().locator("button[name=act][value=publish]");
    }
}
