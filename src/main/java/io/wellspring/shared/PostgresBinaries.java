package io.wellspring.shared;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's own programs for this machine, unpacked once from the jar they come in. */
final class PostgresBinaries {

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /**
     * The programs, unpacked below {@code parent} unless they are already there.
     *
     * @throws IllegalStateException if there are none for this operating system and processor
     */
    static PostgresBinaries unpackedIn(Path parent) throws IOException {
        Resource archive = archiveForThisMachine();
        Path folder = parent.resolve(Long.toString(archive.contentLength()));
        if (!Files.exists(folder)) {
            Files.createDirectories(parent);
            Path fresh = parent.resolve("unpacking");
            FileSystemUtils.deleteRecursively(fresh);
            unpack(archive, fresh);
            Files.move(fresh, folder);
        }
        return new PostgresBinaries(folder);
    }

    /**
     * Runs one program to its end.
     *
     * @throws IllegalStateException if it fails, with what it printed
     */
    void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("wellspring-" + program, ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .start();
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException(program + " failed (" + exit + "): " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program + " was interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static File nothing() {
        return new File(isWindows() ? "NUL" : "/dev/null");
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static Resource archiveForThisMachine() throws IOException {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = isWindows() ? "windows" : name.contains("mac") ? "darwin" : "linux";
        String processor =
                switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> System.getProperty("os.arch");
                };
        Resource[] found = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:postgres-" + system + "-" + processor + ".txz");
        if (found.length == 0) {
            throw new IllegalStateException("There is no embedded PostgreSQL for " + system + " on " + processor
                    + "; name a PostgreSQL server with SPRING_DATASOURCE_URL instead.");
        }
        return found[0];
    }

    private static void unpack(Resource archive, Path target) throws IOException {
        try (InputStream packed = archive.getInputStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("An entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
                    makeExecutable(path, entry.getMode());
                }
            }
        }
    }

    private static void makeExecutable(Path path, int mode) throws IOException {
        if ((mode & 0100) == 0
                || !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(path));
        Stream.of(
                        PosixFilePermission.OWNER_EXECUTE,
                        PosixFilePermission.GROUP_EXECUTE,
                        PosixFilePermission.OTHERS_EXECUTE)
                .forEach(permissions::add);
        Files.setPosixFilePermissions(path, permissions);
    }
}
