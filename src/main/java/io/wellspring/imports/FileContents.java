package io.wellspring.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Recognises what an uploaded file is wrapped in, by its bytes and never by its name, and opens it. */
final class FileContents {

    private FileContents() {}

    /**
     * Opens a file for the first time.
     *
     * @throws DamagedFile if what it is wrapped in breaks off
     * @throws EncryptedFile if it takes a password
     * @throws SeveralFilesInside if an archive leaves a choice
     * @throws NoListInside if an archive leaves none
     * @throws NotACsv if it is a document of another kind
     */
    static FileContent recognise(StoredBytes bytes) {
        return recognise(bytes, Expanded.SANE);
    }

    static FileContent recognise(StoredBytes bytes, Expanded.Limits limits) {
        byte[] head = bytes.head();
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return zipped(bytes, limits);
        }
        return open(startsWith(head, 0x1f, 0x8b, 8) ? Container.GZIP : Container.PLAIN, bytes, limits);
    }

    /** Opens a file whose wrapping is known. */
    static FileContent open(Container container, StoredBytes bytes) {
        return open(container, bytes, Expanded.SANE);
    }

    private static FileContent open(Container container, StoredBytes bytes, Expanded.Limits limits) {
        return switch (container) {
            case PLAIN -> new TextContent(container, bytes::stream, () -> {});
            case GZIP -> new TextContent(container, () -> gunzip(bytes, limits), () -> {});
            case ZIP, WORKBOOK, ZIPPED_WORKBOOK -> zipped(bytes, limits);
        };
    }

    private static FileContent zipped(StoredBytes bytes, Expanded.Limits limits) {
        Archive archive = new Archive(bytes.channel(), limits);
        try {
            if (archive.isDocument()) {
                return new WorkbookContent(Container.WORKBOOK, Workbook.open(archive), archive);
            }
            ZipArchiveEntry list = archive.list();
            return Archive.isWorkbook(list)
                    ? workbookIn(archive, list, limits)
                    : new TextContent(Container.ZIP, () -> archive.open(list), archive);
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /** A workbook is read by position, which what is compressed cannot be. */
    private static FileContent workbookIn(Archive outer, ZipArchiveEntry entry, Expanded.Limits limits) {
        SeekableByteChannel spooled = spool(outer.open(entry));
        try {
            Archive archive = new Archive(spooled, limits);
            if (!archive.isDocument()) {
                throw new DamagedFile();
            }
            return new WorkbookContent(Container.ZIPPED_WORKBOOK, Workbook.open(archive), () -> {
                close(archive);
                close(spooled);
                close(outer);
            });
        } catch (RuntimeException e) {
            close(spooled);
            throw e;
        }
    }

    private static SeekableByteChannel spool(InputStream content) {
        SeekableByteChannel spooled = privateFile();
        try (content) {
            byte[] buffer = new byte[1 << 16];
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                ByteBuffer rest = ByteBuffer.wrap(buffer, 0, length);
                while (rest.hasRemaining()) {
                    spooled.write(rest);
                }
            }
            return spooled.position(0);
        } catch (IOException e) {
            close(spooled);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close(spooled);
            throw e;
        }
    }

    /**
     * A temporary file that only we can read and that is gone as soon as it is closed: where the system allows it, its name is gone from
     * the start, so that not even a killed process leaves it behind.
     */
    static SeekableByteChannel privateFile() {
        try {
            Path path = Files.createTempFile("wellspring-", ".tmp");
            return Files.newByteChannel(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream gunzip(StoredBytes bytes, Expanded.Limits limits) {
        try {
            return Expanded.of(
                    GzipCompressorInputStream.builder()
                            .setInputStream(bytes.stream())
                            .setDecompressConcatenated(true)
                            .get(),
                    bytes.size(),
                    limits);
        } catch (IOException e) {
            throw new DamagedFile();
        }
    }

    private static boolean startsWith(byte[] head, int... start) {
        if (head.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((head[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
