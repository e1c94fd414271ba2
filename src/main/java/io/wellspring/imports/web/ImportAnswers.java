package io.wellspring.imports.web;

import io.wellspring.imports.DeliveredImport;
import io.wellspring.imports.ImportView;
import io.wellspring.jobs.JobRun;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.web.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the reader's words what has become of an import. */
@Component
@RequiredArgsConstructor
class ImportAnswers {

    private final MessageSource messages;

    /** @param self its address */
    ImportAnswer of(DeliveredImport delivered, String self, Locale locale) {
        ImportView file = delivered.file();
        IntakeReport report = file.report();
        return new ImportAnswer(
                file.id(),
                file.kind(),
                delivered.delivery().commit() ? "commit" : "dry-run",
                file.state(),
                delivered.outcome(),
                file.fileName(),
                file.bytes(),
                file.sha256(),
                file.mappedAs(),
                file.uploadedAt(),
                file.rehearsedAt(),
                file.committedAt(),
                report == null || file.state().isBusy()
                        ? null
                        : new ImportAnswer.Counts(
                                report.rows(),
                                report.created(),
                                report.updated(),
                                report.unchanged(),
                                report.rejected(),
                                file.newUsers()),
                rejections(delivered, locale),
                work(delivered, locale),
                trouble(delivered, locale),
                new ImportAnswer.Links(self, delivered.reasons().isEmpty() ? null : self + "/rejected.csv"));
    }

    private List<ImportAnswer.Rejection> rejections(DeliveredImport delivered, Locale locale) {
        return delivered.reasons().entrySet().stream()
                .map(reason -> new ImportAnswer.Rejection(
                        reason.getKey(), text("imports.reason-short." + reason.getKey(), locale), reason.getValue()))
                .toList();
    }

    private ImportAnswer.@Nullable Work work(DeliveredImport delivered, Locale locale) {
        return delivered
                .run()
                .filter(run -> !run.isOver())
                .map(run -> new ImportAnswer.Work(
                        run.phase().isEmpty() ? "" : text(run.phase(), locale), run.done(), run.total(), run.percent()))
                .orElse(null);
    }

    private ImportAnswer.@Nullable Trouble trouble(DeliveredImport delivered, Locale locale) {
        return switch (delivered.outcome()) {
            case RUNNING, SUCCEEDED -> null;
            case FAILED -> delivered.run().map(run -> failure(run, locale)).orElse(null);
            case HELD -> held(delivered, locale);
        };
    }

    private ImportAnswer.Trouble failure(JobRun run, Locale locale) {
        Optional<String> refusal = run.error();
        return refusal.isPresent()
                ? new ImportAnswer.Trouble(
                        Problem.code(refusal.get().substring(refusal.get().indexOf('.') + 1)),
                        text(refusal.get(), locale, run.errorFacts().toArray()))
                : new ImportAnswer.Trouble(
                        "failed",
                        text("error.failed.text", locale, run.errorReference().orElse("")));
    }

    private ImportAnswer.Trouble held(DeliveredImport delivered, Locale locale) {
        Long most = delivered.file().heldAbove();
        IntakeReport report = delivered.file().report();
        if (most != null && report != null) {
            return new ImportAnswer.Trouble(
                    "too-many-rejected", text("imports.api.too-many-rejected", locale, report.rejected(), most));
        }
        return new ImportAnswer.Trouble("taken-over", text("imports.api.taken-over", locale));
    }

    private String text(String code, Locale locale, Object... facts) {
        return messages.getMessage(code, facts, locale);
    }
}
