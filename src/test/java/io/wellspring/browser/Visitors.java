package io.wellspring.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** One browser for one story, and those who look at the application through it. */
final class Visitors implements BeforeAllCallback, AfterAllCallback {

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;
    private String home = "";

    @Override
    public void beforeAll(ExtensionContext story) {
        home = "http://127.0.0.1:"
                + SpringExtension.getApplicationContext(story).getEnvironment().getProperty("local.server.port");
        playwright = Playwright.create();
        browser = Chromium.launch(playwright);
    }

    @Override
    public void afterAll(ExtensionContext story) {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** Somebody who reads English. */
    Visitor english() {
        return visitor("en-US", true);
    }

    /** Somebody who reads Chinese. */
    Visitor chinese() {
        return visitor("zh-CN", true);
    }

    /** Somebody whose browser runs no scripts. */
    Visitor withoutJavaScript() {
        return visitor("en-US", false);
    }

    private Visitor visitor(String locale, boolean javaScript) {
        return new Visitor(Objects.requireNonNull(browser), home, locale, javaScript);
    }
}
