package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.jobs.JobsInTests;
import io.wellspring.shared.IntakeReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;

/** Files brought to the desk and worked on to the end. */
@RequiredArgsConstructor
final class ImportedFiles {

    private static final RejectionWords CODES = new RejectionWords() {
        @Override
        public String line() {
            return "line";
        }

        @Override
        public String reason() {
            return "reason";
        }

        @Override
        public String reason(RejectedLine line) {
            return line.reason() + (line.fact() == null ? "" : ":" + line.fact());
        }
    };

    private final ImportDesk desk;
    private final JobsInTests jobs;

    long upload(ImportKind kind, String text) throws IOException {
        return upload(kind, text, StandardCharsets.UTF_8);
    }

    long upload(ImportKind kind, String text, Charset charset) throws IOException {
        return desk.upload(kind, "C:\\files\\test.csv", new ByteArrayInputStream(text.getBytes(charset)));
    }

    long rehearsed(ImportKind kind, String text) throws IOException {
        long id = upload(kind, text);
        rehearse(id);
        return id;
    }

    ImportView rehearse(long id) {
        desk.rehearse(id);
        jobs.runPending();
        return desk.find(id).orElseThrow();
    }

    ImportView commit(long id) {
        desk.commit(id);
        jobs.runPending();
        ImportView view = desk.find(id).orElseThrow();
        assertThat(view.state()).isEqualTo(ImportState.COMMITTED);
        return view;
    }

    List<String> rejectedRows(long id) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        desk.writeRejectedRows(id, target, CODES);
        String text = target.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return text.substring(1).lines().toList();
    }

    static IntakeReport counts(ImportView view) {
        return Objects.requireNonNull(view.report());
    }

    static Map<String, Long> noMatches() {
        return Map.of("EXTERNAL_ID", 0L, "PHONE", 0L, "EMAIL", 0L);
    }
}
