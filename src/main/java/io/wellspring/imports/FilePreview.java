package io.wellspring.imports;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.users.UserAttribute;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The start of a file: how it is written, what its columns are called, what they seem to be, and how its first rows read. */
@Component
@RequiredArgsConstructor
class FilePreview {

    private static final Vocabulary FIELDS = Vocabulary.of("imports/header-synonyms.properties");
    private static final ColumnGuess GUESS = new ColumnGuess(FIELDS, RowReader.genders());
    private static final int SHOWN = 3;
    private static final int LONGEST_NAME = 100;

    private final BesideRows beside;
    private final BusinessClock clock;
    private final WellspringProperties properties;

    record Columns(List<String> names, List<ColumnUse> uses) {}

    FileFormat sniff(FileContent content, String sheet, FileContent.Survey survey, String phoneRegion) {
        Sniffer sniffer = new Sniffer(FIELDS, phoneRegion);
        return switch (content) {
            case TextContent text -> sniffer.sniff(text.head(), survey.utf8());
            case WorkbookContent workbook ->
                sniffer.sniffSheet(sheet, workbook.sample(FileFormat.ofWorkbook(sheet)), workbook.typedSample(sheet));
        };
    }

    /** @param hints what is known beyond the built-in words */
    Columns columns(ImportKind kind, FileContent content, FileFormat format, ColumnGuess.Hints hints) {
        List<List<String>> rows = content.sample(format);
        if (rows.isEmpty() || (format.header() && rows.size() == 1)) {
            throw new EmptyFile();
        }
        List<String> names = names(rows.getFirst(), format);
        return new Columns(names, GUESS.guess(kind, names, data(rows, format), format, hints));
    }

    /** How the first rows would read under a mapping, sensible or not. */
    ImportPreview of(
            ImportFile file, Mapping mapping, List<UserAttribute> attributes, FileContent content, Instant now) {
        List<List<String>> data = data(content.sample(file.format()), file.format());
        RowReader reader = new RowReader(
                file.format(),
                file.getColumnNames(),
                mapping,
                attributes,
                beside.singleChoices(),
                clock.zone(),
                properties.currency(),
                now.plus(Duration.ofDays(1)));
        Map<Integer, Long> refusedBy = new HashMap<>();
        long refused = 0;
        for (int row = 0; row < data.size(); row++) {
            try {
                Line line = new Line(row, data.get(row));
                switch (file.getKind()) {
                    case USERS -> reader.tags(line, reader.user(line));
                    case ORDERS -> reader.order(line);
                    case ACTIVITY -> reader.activity(line);
                    case DEMO -> {}
                }
            } catch (LineRejected why) {
                refused++;
                if (why.column() != null) {
                    refusedBy.merge(why.column(), 1L, Long::sum);
                }
            }
        }
        List<ColumnPreview> columns = IntStream.range(0, file.getColumnNames().size())
                .mapToObj(column -> new ColumnPreview(
                        column,
                        file.getColumnNames().get(column),
                        data.stream()
                                .filter(row -> row.size() > column)
                                .map(row -> row.get(column))
                                .filter(value -> !value.isBlank())
                                .limit(SHOWN)
                                .toList(),
                        mapping.uses().get(column),
                        ColumnGuess.type(data, column, file.format()),
                        refusedBy.getOrDefault(column, 0L)))
                .toList();
        return new ImportPreview(columns, data.size(), refused);
    }

    private static List<List<String>> data(List<List<String>> rows, FileFormat format) {
        return format.header() && !rows.isEmpty() ? rows.subList(1, rows.size()) : rows;
    }

    private static List<String> names(List<String> first, FileFormat format) {
        return IntStream.range(0, first.size())
                .mapToObj(column -> {
                    String name = format.header() ? first.get(column).strip() : "";
                    String shown = name.isEmpty() ? "#" + (column + 1) : name.replace('\0', ' ');
                    return shown.length() <= LONGEST_NAME ? shown : shown.substring(0, LONGEST_NAME);
                })
                .toList();
    }
}
