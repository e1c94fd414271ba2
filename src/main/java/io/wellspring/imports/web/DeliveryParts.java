package io.wellspring.imports.web;

import io.wellspring.imports.Delivery;
import io.wellspring.imports.ImportKind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.jspecify.annotations.Nullable;

/** The parts of a request that brings a file, read one after the other as they come: what is to be done with it, then the file. */
class DeliveryParts {

    private static final String FILE = "file";
    private static final List<String> FIELDS = List.of("kind", "mode", "mapping", "max-rejected");
    private static final int LONGEST_VALUE = 1000;

    private final FileItemInputIterator parts;
    private final Map<String, String> fields = new LinkedHashMap<>();

    DeliveryParts(FileItemInputIterator parts) {
        this.parts = parts;
    }

    /** A file that is about to come. */
    record Arriving(String name, InputStream content) {}

    /**
     * Reads up to the file.
     *
     * @throws PartMissing if there is none
     * @throws PartUnknown if there is something else
     */
    Arriving file() throws IOException {
        while (parts.hasNext()) {
            FileItemInput part = parts.next();
            if (part.isFormField()) {
                fields.put(nameOf(part), value(part));
            } else if (FILE.equals(part.getFieldName())) {
                String name = part.getName();
                return new Arriving(name == null || name.isBlank() ? FILE : name, new ToTheEnd(part.getInputStream()));
            } else {
                throw unknown(part);
            }
        }
        throw new PartMissing(FILE);
    }

    /** What the fields before the file say. */
    Delivery delivery() {
        return new Delivery(kind(), said("mapping"), commits(), maxRejected());
    }

    private ImportKind kind() {
        List<ImportKind> possible = Arrays.stream(ImportKind.values())
                .filter(kind -> kind != ImportKind.DEMO)
                .toList();
        String said = required("kind");
        return possible.stream()
                .filter(kind -> kind.name().equalsIgnoreCase(said))
                .findFirst()
                .orElseThrow(() -> new PartUnclear(
                        "kind", possible.stream().map(Enum::name).collect(Collectors.joining(", "))));
    }

    private boolean commits() {
        return switch (required("mode")) {
            case "commit" -> true;
            case "dry-run" -> false;
            default -> throw new PartUnclear("mode", "dry-run, commit");
        };
    }

    private OptionalLong maxRejected() {
        Optional<String> said = said("max-rejected");
        if (said.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!said.get().matches("\\d{1,12}")) {
            throw new PartUnclear("max-rejected", "0, 1, 2 …");
        }
        return OptionalLong.of(Long.parseLong(said.get()));
    }

    private String required(String name) {
        return said(name).orElseThrow(() -> new PartMissing(name));
    }

    private Optional<String> said(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static String nameOf(FileItemInput part) {
        String name = part.getFieldName();
        if (name == null || !FIELDS.contains(name)) {
            throw unknown(part);
        }
        return name;
    }

    private static String value(FileItemInput part) throws IOException {
        try (InputStream content = part.getInputStream()) {
            return new String(content.readNBytes(LONGEST_VALUE), StandardCharsets.UTF_8);
        }
    }

    private static PartUnknown unknown(FileItemInput part) {
        return new PartUnknown(called(part.getFieldName()), String.join(", ", FIELDS) + ", " + FILE);
    }

    private static String called(@Nullable String name) {
        return name == null ? "" : name;
    }

    /** The file, whose end is only its end if nothing comes behind it, and if the request does not break off there. */
    private final class ToTheEnd extends FilterInputStream {

        private boolean over;

        ToTheEnd(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (over) {
                return -1;
            }
            int read = super.read(target, offset, length);
            if (read < 0) {
                over = true;
                if (parts.hasNext()) {
                    throw new PartBehindFile(called(parts.next().getFieldName()));
                }
            }
            return read;
        }
    }
}
