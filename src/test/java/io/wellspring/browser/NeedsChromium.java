package io.wellspring.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves browser tests out, and says so loudly, where there is no browser; where {@code CI=true} promises one, they fail instead. */
class NeedsChromium implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.find().isPresent()) {
            return ConditionEvaluationResult.enabled("There is a Chromium");
        }
        if ("true".equals(System.getProperty("CI")) || "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("CI=true, but there is no Chromium: the browser tests cannot run");
        }
        System.err.println("""

                ********************************************************************************
                *  BROWSER TESTS SKIPPED: %s
                *
                *  No Chromium was found: neither by -Dchromium.path=… nor as chromium,
                *  chromium-browser or google-chrome on the PATH. What only a browser shows
                *  (scripts, security policy, widths, keyboard) was NOT tested.
                *
                *  Debian, Ubuntu:  apt-get install -y chromium fonts-noto-cjk
                *  elsewhere:       ./mvnw verify -Dchromium.path=/path/to/chrome
                ********************************************************************************
                """.formatted(context.getDisplayName()));
        return ConditionEvaluationResult.disabled("There is no Chromium");
    }
}
