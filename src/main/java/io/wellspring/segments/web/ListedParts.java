package io.wellspring.segments.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.jspecify.annotations.Nullable;

/** The parts of the form that brings a list, read one after the other: what was typed, then the file. */
final class ListedParts {

    static final List<String> FIELDS = List.of("name", "description", "values");

    private static final int LONGEST = 4 << 20;

    private final FileItemInputIterator parts;
    private final Map<String, String> said = new HashMap<>();
    private @Nullable FileItemInput file;

    ListedParts(FileItemInputIterator parts) {
        this.parts = parts;
    }

    /** Reads up to the file. */
    void readFields() throws IOException {
        while (file == null && parts.hasNext()) {
            FileItemInput part = parts.next();
            if (part.isFormField()) {
                try (InputStream content = part.getInputStream()) {
                    said.put(part.getFieldName(), new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8));
                }
            } else {
                file = part;
            }
        }
    }

    /** What was typed into a field. */
    String said(String field) {
        return said.getOrDefault(field, "");
    }

    /** Hands over what was typed, then what the file holds. */
    void values(Consumer<String> taker) {
        ListedFile.typed(said("values")).forEach(taker);
        if (file == null) {
            return;
        }
        try (InputStream content = file.getInputStream()) {
            ListedFile.read(content, taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
