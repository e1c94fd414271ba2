package io.wellspring.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip archive, read by position: its list of contents first, then only what is asked for. */
final class Archive implements AutoCloseable {

    private static final Pattern LIST = Pattern.compile("(?i).*\\.(csv|tsv|txt|xlsx|xlsm)");
    private static final Pattern ASIDE = Pattern.compile("(?i)(.*/)?(__MACOSX/.*|\\..*|thumbs\\.db|desktop\\.ini)");
    private static final int NAMED = 5;

    private final ZipFile zip;
    private final List<ZipArchiveEntry> files;
    private final Expanded.Limits limits;

    /**
     * @throws DamagedFile if it is no archive, or not all of one
     */
    Archive(SeekableByteChannel bytes, Expanded.Limits limits) {
        try {
            this.zip = ZipFile.builder()
                    .setSeekableByteChannel(bytes)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | IllegalArgumentException e) {
            throw new DamagedFile();
        }
        this.files = Collections.list(zip.getEntries()).stream()
                .filter(entry -> !entry.isDirectory())
                .toList();
        this.limits = limits;
    }

    /** Whether it is what newer office programs save, and so not an archive to anybody. */
    boolean isDocument() {
        return find("[Content_Types].xml").isPresent() || find("mimetype").isPresent();
    }

    /**
     * The one list in it.
     *
     * @throws SeveralFilesInside if there are more, with their names
     * @throws NoListInside if there is none
     */
    ZipArchiveEntry list() {
        List<ZipArchiveEntry> candidates = files.stream()
                .filter(entry -> !ASIDE.matcher(name(entry)).matches())
                .toList();
        List<ZipArchiveEntry> lists = candidates.stream()
                .filter(entry -> LIST.matcher(name(entry)).matches())
                .toList();
        List<ZipArchiveEntry> chosen = lists.isEmpty() && candidates.size() == 1 ? candidates : lists;
        if (chosen.isEmpty()) {
            throw new NoListInside();
        }
        if (chosen.size() > 1) {
            String names = String.join(
                    ", ", chosen.stream().limit(NAMED).map(Archive::name).toList());
            throw new SeveralFilesInside(chosen.size(), chosen.size() > NAMED ? names + " …" : names);
        }
        return chosen.getFirst();
    }

    /** The part of that name, in whatever case it is written. */
    Optional<ZipArchiveEntry> find(String name) {
        return files.stream()
                .filter(entry -> entry.getName().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * One file of the archive, unpacked as it is read.
     *
     * @throws EncryptedFile if that takes a password
     */
    InputStream open(ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new EncryptedFile();
        }
        if (!zip.canReadEntryData(entry)) {
            throw new DamagedFile();
        }
        try {
            return Expanded.of(zip.getInputStream(entry), entry.getCompressedSize(), limits, entry.getCrc());
        } catch (IOException | IllegalArgumentException e) {
            throw new DamagedFile();
        }
    }

    /** Its name as it was meant: archives of a Chinese Windows write names in GBK and do not say so. */
    static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
            return entry.getName();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, Charset.forName("GB18030"));
        }
    }

    static boolean isWorkbook(ZipArchiveEntry entry) {
        String name = name(entry).toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") || name.endsWith(".xlsm");
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
