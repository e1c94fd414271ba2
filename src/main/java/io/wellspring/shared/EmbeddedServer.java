package io.wellspring.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.extern.slf4j.Slf4j;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own in one data directory. A file lock makes the directory this process's alone; a server that an
 * earlier process left behind there (it was killed) is stopped first, no other is ever touched. Each step that could be cut short
 * (unpacking, {@code initdb}) works in a folder beside and is moved into place whole.
 */
@Slf4j
public final class EmbeddedServer implements AutoCloseable {

    /** What a power cut may take: nothing, or (for tests) anything. */
    public enum Durability {
        FULL,
        NONE
    }

    static final String SUPERUSER = "postgres";

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofMinutes(1);

    private final Path home;
    private final Path cluster;
    private final PostgresBinaries binaries;
    private final FileChannel lock;
    private final String password;
    private final int port;

    private EmbeddedServer(Path home, Durability durability) throws IOException {
        this.home = Files.createDirectories(home.toAbsolutePath().normalize());
        this.cluster = this.home.resolve("postgres");
        this.lock = lock(this.home.resolve("wellspring.lock"));
        this.binaries = PostgresBinaries.unpackedIn(this.home.resolve("postgres-binaries"));
        stopOrphan();
        this.password = readOrCreatePassword();
        createCluster();
        this.port = freePort();
        startServer(durability);
    }

    /**
     * Starts the server that keeps its data in {@code home}, creating it the first time.
     *
     * @throws IllegalStateException if another running process holds the directory, or PostgreSQL does not start
     */
    public static EmbeddedServer start(Path home, Durability durability) {
        try {
            return new EmbeddedServer(home, durability);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database in " + home + " did not start", e);
        }
    }

    /** The address of one database on this server, which is created if it is missing. */
    public String jdbcUrl(String database) {
        String address = "jdbc:postgresql://127.0.0.1:" + port + "/";
        try (Connection connection = DriverManager.getConnection(address + "postgres", SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            try (var found = statement.executeQuery(
                    "select 1 from pg_database where datname = " + statement.enquoteLiteral(database))) {
                if (found.next()) {
                    return address + database;
                }
            }
            statement.execute("create database " + statement.enquoteIdentifier(database, true));
            return address + database;
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database refuses a connection", e);
        }
    }

    public String username() {
        return SUPERUSER;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            pgCtl("stop", "-m", "fast", "-w", "-t", seconds(STOP));
            lock.close();
            log.info("Embedded PostgreSQL stopped");
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database did not stop", e);
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            log.debug("This process already holds {}", file);
        }
        channel.close();
        throw new IllegalStateException("Another Wellspring is running on " + file.getParent()
                + ". Stop it, or give this one its own WELLSPRING_DATA_DIRECTORY.");
    }

    private void stopOrphan() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        // We hold the lock on this directory, so whoever wrote the file is not ours any more.
        boolean alive = Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(process -> process.info().command().orElse("postgres").contains("postgres"))
                .isPresent();
        if (alive) {
            log.info("Stopping the PostgreSQL server that a killed process left in {}", cluster);
            pgCtl("stop", "-m", "fast", "-w", "-t", seconds(STOP));
        } else {
            Files.delete(pidFile);
        }
    }

    private String readOrCreatePassword() throws IOException {
        Path file = home.resolve("postgres-password");
        if (!Files.exists(file)) {
            byte[] bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Path fresh = home.resolve("postgres-password.new");
            Files.deleteIfExists(fresh);
            if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(fresh, HexFormat.of().formatHex(bytes));
            Files.move(fresh, file);
        }
        return Files.readString(file).strip();
    }

    private void createCluster() throws IOException {
        if (Files.exists(cluster)) {
            return;
        }
        Path fresh = home.resolve("postgres.new");
        FileSystemUtils.deleteRecursively(fresh);
        binaries.run(
                "initdb",
                "-D",
                fresh.toString(),
                "-U",
                SUPERUSER,
                "-E",
                "UTF-8",
                "-A",
                "scram-sha-256",
                "--pwfile=" + home.resolve("postgres-password"),
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--no-instructions");
        Files.move(fresh, cluster);
        log.info("Created an embedded PostgreSQL cluster in {}", cluster);
    }

    private void startServer(Durability durability) throws IOException {
        long started = System.nanoTime();
        List<String> options = new ArrayList<>();
        settings(durability).forEach((key, value) -> options.add("-c " + key + "=" + value));
        pgCtl(
                "start",
                "-w",
                "-t",
                seconds(START),
                "-l",
                home.resolve("postgres.log").toString(),
                "-o",
                "-p " + port + " " + String.join(" ", options));
        log.info(
                "Embedded PostgreSQL started on port {} in {} ms",
                port,
                Duration.ofNanos(System.nanoTime() - started).toMillis());
    }

    private static Map<String, String> settings(Durability durability) {
        String safe = durability == Durability.FULL ? "on" : "off";
        Map<String, String> settings = new TreeMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "''");
        settings.put("fsync", safe);
        settings.put("synchronous_commit", safe);
        settings.put("full_page_writes", safe);
        settings.put("shared_buffers", sharedBuffersMegabytes() + "MB");
        // The share that PostgreSQL takes by itself, without its cap of 16 MB: a night's work fills that while it is
        // written.
        settings.put("wal_buffers", sharedBuffersMegabytes() / 32 + "MB");
        settings.put("work_mem", "32MB");
        settings.put("maintenance_work_mem", "256MB");
        settings.put("max_wal_size", "4GB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("wal_compression", "off");
        // Nobody follows this server by its log: what a transaction builds anew is written once, to its own file, and
        // synced at commit.
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");
        // A statement whose application died does not go on for nobody.
        settings.put("client_connection_check_interval", "2s");
        return settings;
    }

    /** An eighth of the machine's memory, between 128 MB and 2 GB. */
    private static long sharedBuffersMegabytes() {
        long megabytes = 1024;
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine) {
            megabytes = machine.getTotalMemorySize() / (8 << 20);
        }
        return Math.clamp(megabytes, 128, 2048);
    }

    private void pgCtl(String action, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", cluster.toString(), action));
        arguments.addAll(List.of(options));
        binaries.run("pg_ctl", arguments.toArray(String[]::new));
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
