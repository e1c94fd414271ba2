package io.wellspring.segments.web;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The first value of each line of a text file, as spreadsheets and other systems write one: UTF-8 with or without a mark, UTF-16 with one,
 * or GB 18030; values in quotes or without, with commas, semicolons or tabs between them.
 */
final class ListedFile {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final int LONGEST_LINE = 65_536;
    private static final String MARK = "\uFEFF";

    private ListedFile() {}

    /**
     * Hands over one value after another while the file is still coming.
     *
     * @throws NotAList if it is no text
     */
    static void read(InputStream file, Consumer<String> taker) throws IOException {
        BufferedInputStream content = new BufferedInputStream(file, 1 << 16);
        content.mark(2);
        byte[] head = content.readNBytes(2);
        content.reset();
        if (head.length == 2 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFF + 0xFE && head[0] != head[1]) {
            new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_16))
                    .lines()
                    .forEach(line -> taker.accept(first(line)));
            return;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = content.read(); next >= 0; next = content.read()) {
            if (next == '\n') {
                taker.accept(first(text(line.toByteArray())));
                line.reset();
            } else {
                requireText(next, line.size());
                line.write(next);
            }
        }
        taker.accept(first(text(line.toByteArray())));
    }

    /** The values of a text that somebody typed or pasted: one a line, or several with commas, semicolons or tabs between. */
    static Stream<String> typed(String text) {
        return Stream.of(text.split("[\\r\\n,;\\t，；、]")).map(ListedFile::bare);
    }

    private static void requireText(int next, int length) {
        if (next < '\t' || length > LONGEST_LINE) {
            throw new NotAList();
        }
    }

    private static String text(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(line, CHINESE);
        }
    }

    private static String first(String line) {
        String text = line.startsWith(MARK) ? line.substring(1) : line;
        return bare(Arrays.stream(text.split("[,;\t]", 2)).findFirst().orElse(""));
    }

    private static String bare(String value) {
        return value.replace("\"", "").strip().replaceAll("^[“”‘’«»]+|[“”‘’«»]+$", "");
    }
}
