package io.wellspring.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;

/** Somebody in front of a browser window. Whatever the browser complains about is kept. */
final class Visitor implements AutoCloseable {

    static final int WIDE = 1440;
    static final int NARROW = 390;

    /** Who sets Wellspring up. */
    static final String EMAIL = "ann@example.org";

    static final String PASSWORD = "a well in the garden";

    /** In milliseconds. */
    static final int LONGEST_WAIT = 30_000;

    /** What is wrong with the page for someone with a keyboard, a screen reader or a small screen. */
    private static final String INSPECTION = """
            () => {
              const wrong = [];
              const name = it => (it.getAttribute('aria-label') || it.textContent || it.getAttribute('title') || '').trim()
                || [...it.querySelectorAll('img')].map(img => img.alt).join('').trim();
              const say = (what, it) => wrong.push(what + ': ' + it.outerHTML.slice(0, 120));
              const h1 = document.querySelectorAll('h1').length;
              if (h1 !== 1) wrong.push(h1 + ' h1');
              if (!document.documentElement.lang) wrong.push('no language');
              for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea'))
                if (!field.labels?.length && !field.getAttribute('aria-label') && !field.getAttribute('aria-labelledby')) say('no label', field);
              for (const it of document.querySelectorAll('a[href], button')) if (!name(it)) say('no name', it);
              for (const img of document.querySelectorAll('img')) if (!img.hasAttribute('alt')) say('no alt', img);
              for (const table of document.querySelectorAll('table')) if (!table.caption) say('no caption', table);
              const ids = [...document.querySelectorAll('[id]')].map(it => it.id);
              for (const id of new Set(ids)) if (ids.indexOf(id) !== ids.lastIndexOf(id)) wrong.push('two of #' + id);
              return wrong;
            }""";

    private static final String TOO_WIDE =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final BrowserContext context;
    private final Page page;
    private final String home;
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, String home, String locale, boolean javaScript) {
        this.home = home;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(home)
                .setLocale(locale)
                .setJavaScriptEnabled(javaScript)
                .setViewportSize(WIDE, 900));
        context.setDefaultTimeout(LONGEST_WAIT);
        context.addInitScript("document.addEventListener('securitypolicyviolation',"
                + " e => console.error('refused by the policy: ' + e.violatedDirective + ' ' + e.blockedURI))");
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(path() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(path() + ": " + error));
        page.onDialog(dialog -> dialog.accept());
    }

    Page page() {
        return page;
    }

    /** Where the visitor is. */
    String path() {
        return page.url().replace(home, "");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, named(name));
    }

    List<String> complaints() {
        return complaints;
    }

    void open(String path) {
        page.navigate(path);
    }

    /** Becomes the first admin, where the page in front asks for one. */
    void setUp() {
        page.fill("input[name=name]", "Ann");
        page.fill("input[name=email]", EMAIL);
        page.fill("input[name=password]", PASSWORD);
        page.fill("input[name=repeated]", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(url -> url.endsWith("/welcome"));
    }

    /** Comes in as the first admin. */
    void logIn() {
        open("/login");
        page.fill("#email", EMAIL);
        page.fill("#password", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** Chooses the kind and the file and uploads it. */
    void upload(String kind, String name, byte[] content) {
        open("/imports/new");
        page.check("input[name=kind][value=" + kind + "]");
        page.setInputFiles("#file", new FilePayload(name, "text/csv", content));
        page.click("main button[type=submit]");
        page.waitForURL(url -> url.matches(".*/imports/\\d+"));
    }

    /** Everything wrong with the page in front of the visitor, at both widths. */
    List<String> inspect() {
        List<String> wrong = new ArrayList<>();
        ((List<?>) page.evaluate(INSPECTION)).forEach(each -> wrong.add(path() + ": " + each));
        for (int width : new int[] {NARROW, WIDE}) {
            page.setViewportSize(width, 900);
            int over = ((Number) page.evaluate(TOO_WIDE)).intValue();
            if (over > 0) {
                wrong.add("%s: %d px too wide at %d".formatted(path(), over, width));
            }
        }
        return wrong;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    @Override
    public void close() {
        context.close();
    }
}
