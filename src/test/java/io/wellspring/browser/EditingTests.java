package io.wellspring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ann describes people and makes rules: nothing she chose or typed is lost, and each field is there when it is asked for. */
@BrowserTest
class EditingTests {

    private static final String TOLD = "form => new FormData(document.querySelector(form)).get('touched')";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private Visitor ann;

    @BeforeAll
    void begin() {
        ann = visitors.english();
        ann.open("/");
        ann.setUp();
    }

    @Test
    @Order(1)
    void losesNothingThatIsChosenOrTypedInTheEditor() {
        ann.open("/segments/new?name=Fading");
        Page page = ann.page();
        page.focus("#k-0");
        page.keyboard().type("Lifecycle st", new Keyboard.TypeOptions().setDelay(150));
        assertThat(page.locator("#k-0")).hasValue("FIELD:stage");
        assertThat(page.locator("#pick-0")).isVisible();
        assertThat(page.locator("#k-0")).isFocused();

        page.click("#summary-0");
        page.keyboard().press("Escape");
        assertThat(page.locator("#pick-0[open]")).hasCount(0);
        assertThat(page.locator("#summary-0")).isFocused();
        page.click("#summary-0");
        page.click("h1");
        assertThat(page.locator("#pick-0[open]")).hasCount(0);
        assertThat(page.locator("#summary-0")).isFocused();

        page.selectOption("#k-0", "FIELD:orders");
        page.locator("#o-0 option[value=BETWEEN]").waitFor(attached());
        page.selectOption("#o-0", "BETWEEN");
        page.fill("#v2-0", "3");
        page.press("#v2-0", "Tab");
        assertThat(page.locator(".ws-condition-end")).containsText("not finished");
        assertThat(page.locator("#v-0")).hasValue("");
        assertThat(page.locator("#v2-0")).hasValue("3");

        page.context().clearCookies();
        page.fill("#v-0", "3");
        page.press("#v-0", "Tab");
        page.click("[data-goes-on]");
        page.fill("#email", Visitor.EMAIL);
        page.fill("#password", Visitor.PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.locator("#v-0")).hasValue("3");
        assertThat(page.locator("#v2-0")).hasValue("3");
        assertThat(page.locator("#name")).hasValue("Fading");
    }

    @Test
    @Order(2)
    void goesOnWithTabAtWhatAChoiceBrings() {
        ann.open("/segments/new");
        Page page = ann.page();
        page.focus("#k-0");
        page.keyboard().type("Lifecycle st", new Keyboard.TypeOptions().setDelay(20));
        page.keyboard().press("Tab");
        assertThat(page.locator("#o-0")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#summary-0")).isFocused();
    }

    @Test
    @Order(3)
    void aRuleAsksOnlyForWhatItsKindNeeds() {
        ann.open("/points/rules/new");
        Page page = ann.page();
        assertThat(page.locator("#activity")).isHidden();
        assertThat(page.locator("#per")).isVisible();
        assertThat(page.locator("#expiryNumber")).isVisible();
        assertThat(page.locator("#expiryDay")).isHidden();

        page.selectOption("#on", "ACTIVITY");
        assertThat(page.locator("#activity")).isVisible();
        assertThat(page.locator("#per")).isHidden();
        page.selectOption("#expiry", "ON_DAY");
        assertThat(page.locator("#expiryNumber")).isHidden();
        assertThat(page.locator("#expiryDay")).isVisible();
        page.selectOption("#expiry", "NEVER");
        assertThat(page.locator("#expiryDay")).isHidden();

        page.fill("#name", "Signing in");
        page.fill("#activity", "login");
        page.click("main form .btn-primary");
        assertThat(page.locator("h1")).hasText("Signing in");
        assertThat(page.locator("main")).containsText("1 for each “login”");
        assertThat(ann.inspect()).isEmpty();
    }

    @Test
    @Order(4)
    void keepsWhatAnotherSavedInFieldsNobodyTouched() {
        ann.open("/tiers");
        Page page = ann.page();
        page.click("form[action='/tiers/drafts'] button");
        page.locator("[name=t2-nameEn]").waitFor();
        Page other = page.context().newPage();
        other.navigate(page.url());
        page.fill("[name=t2-nameEn]", "Argent");
        page.waitForResponse("**/tiers/draft", () -> page.press("[name=t2-nameEn]", "Tab"));

        other.fill("[name=t3-entry-growth]", "2468");
        other.waitForResponse("**/tiers/draft", () -> other.press("[name=t3-entry-growth]", "Tab"));
        assertThat(other.locator("#draft-says")).containsText("Not kept");
        other.click("#editor .ws-publish button[value='']");
        assertThat(other.locator("#editor [name=touched]")).hasValue(",t3-entry-growth");
        assertThat(other.locator("#editor .alert-warning tbody tr")).hasCount(1);
        assertThat(other.locator("#editor .alert-warning tbody")).containsText("2,468 growth value");
        assertThat(other.locator("[name=t2-nameEn]")).hasValue("Argent");
        assertThat(other.locator("[name=t3-entry-growth]")).hasValue("2468");
        other.click("#editor .ws-publish button[value='']");

        ann.open("/tiers");
        assertThat(page.locator("[name=t2-nameEn]")).hasValue("Argent");
        assertThat(page.locator("[name=t3-entry-growth]")).hasValue("2468");
        other.close();
    }

    /** What was kept as it was typed is of the draft, not of whoever types on; a choice the browser made is nobody's. */
    @Test
    @Order(5)
    void whatIsKeptOrChosenByTheBrowserIsNotTouched() {
        ann.open("/tiers");
        Page page = ann.page();
        page.fill("[name=t2-nameEn]", "Steel");
        page.waitForResponse("**/tiers/draft", () -> page.press("[name=t2-nameEn]", "Tab"));
        page.waitForFunction("() => document.querySelector('[name=t2-nameEn]').defaultValue === 'Steel'");
        assertThat(page.evaluate(TOLD, "#editor")).isEqualTo(",");
        page.fill("[name=t2-nameEn]", "Iron");
        assertThat(page.evaluate(TOLD, "#editor")).isEqualTo(",t2-nameEn");
        ann.open("/rewards/new");
        assertThat(page.evaluate(TOLD, "main form[data-touched]")).isEqualTo(",");
        page.selectOption("#supply", "UNLIMITED");
        assertThat(page.evaluate(TOLD, "main form[data-touched]")).isEqualTo(",supply");
    }

    /** The page it was refused on was not there; all else was. */
    @Test
    @Order(6)
    void sawNothingTheBrowserComplainedOf() {
        assertThat(ann.complaints()).allMatch(complaint -> complaint.contains("401"));
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }
}
