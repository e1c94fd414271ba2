package io.wellspring.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as a table that is written anew with every row, so that nothing is lost when a later one fails. */
final class BenchReport {

    private static final Path FILE = Path.of("target", "bench.md");

    private final String title;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    BenchReport(String title) {
        this.title = title;
    }

    private record Row(
            String work,
            double ours,
            String reference,
            double theirs,
            double reach,
            long rows,
            long peakHeapMegabytes) {}

    /**
     * @param ours seconds
     * @param theirs seconds of the reference
     * @param reach the ratio to reach
     * @param rows what the work is about
     * @param peakHeapMegabytes the most that lived on the heap after a collection, above what does at rest
     */
    void add(
            String work,
            double ours,
            String reference,
            double theirs,
            double reach,
            long rows,
            long peakHeapMegabytes) {
        this.rows.add(new Row(work, ours, reference, theirs, reach, rows, peakHeapMegabytes));
        String table = table();
        System.out.println(table);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something beside the table. */
    void note(String text) {
        notes.add(text);
    }

    private String table() {
        StringBuilder text = new StringBuilder(title)
                .append(
                        "\n\n| work | ours, s | reference | reference, s | ratio | to reach | rows/s | peak heap above rest, MB |\n")
                .append("|---|---:|---|---:|---:|---:|---:|---:|\n");
        for (Row row : rows) {
            double ratio = row.ours() / row.theirs();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %s | %.2f | %s%.3f%s | ≤ %s | %,d | %d |%n",
                    row.work(),
                    row.ours(),
                    row.reference(),
                    row.theirs(),
                    ratio <= row.reach() ? "" : "**",
                    ratio,
                    ratio <= row.reach() ? "" : "**",
                    row.reach(),
                    Math.round(row.rows() / row.ours()),
                    row.peakHeapMegabytes()));
        }
        text.append("\nRatios in bold are not reached.\n");
        notes.forEach(note -> text.append('\n').append(note).append('\n'));
        return text.toString();
    }
}
