package io.wellspring.imports;

import io.wellspring.audit.AuditTrail;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.users.PhoneNumbers;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** A file that is all here: what it is wrapped in, how it is written, and what its columns seem to be. In the caller's transaction. */
@Component
@RequiredArgsConstructor
class FileArrival {

    private final FileStore store;
    private final FilePreview previews;
    private final MappingMemory memory;
    private final AuditTrail trail;
    private final WellspringProperties properties;

    /** Recognises the file; may be done again after a crash. */
    void arrived(ImportFile file, FileStore.Stored stored) {
        try (FileContent content = FileContents.recognise(store.readWithin(file.getId(), stored.bytes()))) {
            file.stored(stored, content);
            String sheet = content instanceof WorkbookContent workbook
                    ? workbook.firstSheetWithRows().orElseThrow(EmptyFile::new)
                    : "";
            FileContent.Survey survey = content.container() == Container.PLAIN
                    ? new FileContent.Survey(stored.lines(), stored.utf8())
                    : content.survey(sheet);
            file.hasLines(survey.lines());
            String region = PhoneNumbers.regionOf(properties.currency());
            read(file, content, previews.sniff(content, sheet, survey, region));
        }
        file.rememberAs(memory.usualName(file.getKind(), file.getFileName(), file.getColumnNames()));
        memory.recall(file).ifPresent(file::mapAs);
        trail.record(new ImportAction("import.uploaded", file.getId(), Map.of("sha256", stored.sha256())));
    }

    /** Reads the file in another way, or another sheet of it. */
    void read(ImportFile file, FileFormat format) {
        try (FileContent content = open(file)) {
            String before = file.format().sheet();
            FileFormat possible = format.onSheet(file.getSheets().contains(format.sheet()) ? format.sheet() : before);
            read(file, content, possible);
            if (!possible.sheet().equals(before)) {
                file.hasLines(content.survey(possible.sheet()).lines());
            }
        }
    }

    /** Guesses anew what the columns are, on the usual terms. */
    void guess(ImportFile file) {
        try (FileContent content = open(file)) {
            FilePreview.Columns columns =
                    previews.columns(file.getKind(), content, file.format(), memory.hints(file.getKind()));
            file.read(file.format(), columns.names(), Mapping.usual(columns.uses()));
        }
    }

    FileContent open(ImportFile file) {
        return FileContents.open(file.getContainer(), store.readWithin(file.getId(), file.getBytes()));
    }

    private void read(ImportFile file, FileContent content, FileFormat format) {
        FilePreview.Columns columns = previews.columns(file.getKind(), content, format, memory.hints(file.getKind()));
        file.read(format, columns.names(), file.mapping().withUses(columns.uses()));
    }

    /** The last part of whatever path a browser sends, at a length that fits a page. */
    static String bareName(String fileName) {
        String bare = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return bare.length() <= 200 ? bare : bare.substring(0, 200);
    }
}
