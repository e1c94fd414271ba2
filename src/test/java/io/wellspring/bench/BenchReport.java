package io.wellspring.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was measured, as a table that is written anew with every row, so that nothing is lost when a later one fails. */
final class BenchReport {

    private static final Path FILE = Path.of("target", "bench.md");

    private final String title;
    private final List<Row> rows = new ArrayList<>();
    private final List<Bound> bounds = new ArrayList<>();
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
        write();
    }

    private record Bound(String work, Timings ours, double most, Optional<Timings> byHand, double reach) {}

    /**
     * What people wait for, held to a bound.
     *
     * @param most milliseconds that 95 of 100 must not exceed
     */
    void bound(String work, Timings ours, double most) {
        bounds.add(new Bound(work, ours, most, Optional.empty(), 0));
        write();
    }

    /**
     * The same, beside the best by hand.
     *
     * @param reach the ratio to reach
     */
    void bound(String work, Timings ours, double most, Timings byHand, double reach) {
        bounds.add(new Bound(work, ours, most, Optional.of(byHand), reach));
        write();
    }

    /** Says something beside the table. */
    void note(String text) {
        notes.add(text);
    }

    private void write() {
        String table = table();
        System.out.println(table);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        if (!bounds.isEmpty()) {
            text.append("\n| work | p50, ms | p95, ms | to reach | by hand, p95, ms | ratio | to reach |\n")
                    .append("|---|---:|---:|---:|---:|---:|---:|\n");
            bounds.forEach(bound -> text.append(line(bound)));
        }
        text.append("\nWhat is bold is not reached.\n");
        notes.forEach(note -> text.append('\n').append(note).append('\n'));
        return text.toString();
    }

    private static String line(Bound bound) {
        double p95 = bound.ours().percentile(95);
        String compared = bound.byHand()
                .map(hand -> {
                    double ratio = p95 / hand.percentile(95);
                    return String.format(
                            Locale.ROOT,
                            "%.0f | %s | ≤ %s",
                            hand.percentile(95),
                            marked("%.2f".formatted(ratio), ratio > bound.reach()),
                            bound.reach());
                })
                .orElse(" | | ");
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %s | ≤ %.0f | %s |%n",
                bound.work(),
                bound.ours().percentile(50),
                marked("%.0f".formatted(p95), p95 > bound.most()),
                bound.most(),
                compared);
    }

    private static String marked(String text, boolean missed) {
        return missed ? "**" + text + "**" : text;
    }
}
