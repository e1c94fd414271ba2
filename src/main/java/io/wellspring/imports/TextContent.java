package io.wellspring.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows as lines of text, plain or compressed. */
final class TextContent implements FileContent {

    private final Container container;
    private final Supplier<InputStream> bytes;
    private final AutoCloseable wrapping;
    private byte @Nullable [] head;

    /**
     * @param bytes opens them from the start
     * @param wrapping what has to stay open meanwhile
     */
    TextContent(Container container, Supplier<InputStream> bytes, AutoCloseable wrapping) {
        this.container = container;
        this.bytes = bytes;
        this.wrapping = wrapping;
    }

    @Override
    public Container container() {
        return container;
    }

    @Override
    public List<String> sheets() {
        return List.of();
    }

    @Override
    public Survey survey(String sheet) {
        Utf8Check utf8 = new Utf8Check();
        long lines = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream content = bytes.get()) {
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                utf8.add(buffer, length);
                lines += FileStore.countLines(buffer, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Survey(lines, utf8.isValid());
    }

    @Override
    public RowSource rows(FileFormat format) {
        return new CsvFile(bytes.get(), format);
    }

    @Override
    public List<List<String>> sample(FileFormat format) {
        return Sniffer.sample(head(), format);
    }

    /** Its first bytes. */
    byte[] head() {
        if (head == null) {
            try (InputStream content = bytes.get()) {
                head = content.readNBytes(FileStore.PIECE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return head;
    }

    @Override
    public void close() {
        FileContents.close(wrapping);
    }
}
