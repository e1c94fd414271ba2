package io.wellspring.staff;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it without a stack trace. */
class BadFirstAdminSettingsReport extends AbstractFailureAnalyzer<BadFirstAdminSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadFirstAdminSettings cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Give both, with a password of at least " + NewPassword.LEAST + " characters, or neither.",
                cause);
    }
}
