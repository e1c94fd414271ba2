package io.wellspring.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;

/** One browser, and those who look at an application through it. */
final class Visitors implements AutoCloseable {

    private final Playwright playwright = Playwright.create();
    private final Browser browser = Chromium.launch(playwright);
    private final String home;

    Visitors(int port) {
        this.home = "http://127.0.0.1:" + port;
    }

    /** Somebody who reads English. */
    Visitor english() {
        return new Visitor(browser, home, "en-US", true);
    }

    /** Somebody who reads Chinese. */
    Visitor chinese() {
        return new Visitor(browser, home, "zh-CN", true);
    }

    /** Somebody whose browser runs no scripts. */
    Visitor withoutJavaScript() {
        return new Visitor(browser, home, "en-US", false);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
