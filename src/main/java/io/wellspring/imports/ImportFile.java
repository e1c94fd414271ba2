package io.wellspring.imports;

import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.UndoReport;
import io.wellspring.staff.StaffMember;
import io.wellspring.staff.TokenBearer;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One file on its way in: how it is read, what its columns mean, how far it has come and what became of its rows. */
@Entity
@Table(name = "import_file", schema = "imports")
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@NullUnmarked
class ImportFile {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "import_id")
    private Long id;

    @Enumerated(EnumType.STRING)
    private ImportKind kind;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    private String fileName;
    private long bytes;
    private long lines;
    private String sha256;
    private String uploadedBy;
    private Instant uploadedAt;

    @Embedded
    private FileReading reading;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> columnNames;

    @Embedded
    private FileMapping mapping;

    /** What the mapping is to be remembered by. */
    private String mappingName;

    /** The remembered mapping that was applied, or null. */
    private String mappedAs;

    /** What the rehearsal said of {@link Announcement}. */
    @ColumnTransformer(write = "cast(? as jsonb)")
    private String announced;

    /** What the last rehearsal or the commit said of the rows; null before the first. */
    @Embedded
    private RowCounts counts;

    private Instant rehearsedAt;
    private Instant committedAt;

    /** Null before it was taken back. */
    @Embedded
    private UndoOutcome undone;

    @Enumerated(EnumType.STRING)
    private Container container;

    /** The sheets of a workbook. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> sheets;

    /** How much of it is here, while it is on its way piece by piece; whose it is, and how the uploader's computer dates it. */
    private Long received;

    private Long uploaderId;
    private Long modified;

    @Embedded
    private DeliveryTerms delivered;

    @Version
    private long version;

    ImportFile(ImportKind kind, String fileName, String uploadedBy, Instant uploadedAt) {
        this.kind = kind;
        this.state = ImportState.UPLOADED;
        this.fileName = fileName;
        this.sha256 = "";
        this.announced = "{}";
        this.mappingName = "";
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
        this.container = Container.PLAIN;
        this.sheets = List.of();
        this.delivered = DeliveryTerms.NONE;
        read(
                new FileFormat("UTF-8", ',', '"', true, DateOrder.YEAR_FIRST, DecimalSign.POINT, "CN"),
                List.of(),
                Mapping.usual(List.of()));
    }

    /** A file of which nothing is here yet, on its way piece by piece. */
    static ImportFile announced(
            ImportKind kind, String fileName, StaffMember uploader, Instant when, long size, long modified) {
        ImportFile file = new ImportFile(kind, fileName, uploader.name(), when);
        file.state = ImportState.UPLOADING;
        file.bytes = size;
        file.received = 0L;
        file.uploaderId = uploader.id();
        file.modified = modified;
        return file;
    }

    /**
     * A file of which nothing is here yet, on its way from another system in one request.
     *
     * @param size how large it will be, as far as anyone knows; no less than 1
     */
    static ImportFile delivered(
            Delivery delivery, String fileName, TokenBearer bearer, Optional<String> key, long size, Instant when) {
        ImportFile file = new ImportFile(delivery.kind(), fileName, bearer.getName(), when);
        file.state = ImportState.UPLOADING;
        file.bytes = size;
        file.received = 0L;
        file.delivered = DeliveryTerms.of(delivery, bearer, key);
        return file;
    }

    Delivery delivery() {
        return delivered.delivery(kind);
    }

    /** From now on its key may stand for another file. */
    void forgetKey() {
        delivered = delivered.withoutKey();
    }

    /** So much more of it is here. */
    void received(long length, Instant when) {
        received += length;
        bytes = Math.max(bytes, received);
        uploadedAt = when;
    }

    /** All of it is here. */
    void stored(FileStore.Stored stored, FileContent content) {
        state = ImportState.UPLOADED;
        received = null;
        bytes = stored.bytes();
        sha256 = stored.sha256();
        container = content.container();
        sheets = content.sheets();
    }

    void hasLines(long count) {
        lines = count;
    }

    FileFormat format() {
        return reading.format();
    }

    Mapping mapping() {
        return mapping.mapping();
    }

    /** The header above a column. */
    @Nullable
    String columnAt(@Nullable Integer column) {
        return column == null ? null : columnNames.get(column);
    }

    /** Reads the file in another way; what was rehearsed is void. */
    void read(FileFormat format, List<String> names, Mapping mapping) {
        requireOpen();
        reading = FileReading.of(format);
        columnNames = List.copyOf(names);
        mappedAs = null;
        map(mapping);
    }

    /** Says what the columns mean; what was rehearsed is void. */
    void map(Mapping meant) {
        requireOpen();
        mapping = FileMapping.of(meant);
        state = ImportState.UPLOADED;
    }

    void announce(Announcement announcement) {
        announced = announcement.write();
    }

    Announcement announcement() {
        return Announcement.read(announced);
    }

    /** Applies what such a file was imported by before; what was rehearsed is void. */
    void mapAs(SavedMapping saved) {
        read(saved.format(format()), columnNames, saved.mapping().over(columnNames.size()));
        mappedAs = saved.getName();
        mappingName = saved.getName();
    }

    void rememberAs(String name) {
        mappingName = name;
    }

    /** Asked for by a member of staff, who wants to see what would happen before it does. */
    void startRehearsal() {
        startDeliveredRehearsal();
        delivered = delivered.withoutCommit();
    }

    /** On the terms of the system that brought the file. */
    void startDeliveredRehearsal() {
        requireOpen();
        state = ImportState.REHEARSING;
    }

    /** Whether it would have been committed by itself, had not too many rows been rejected. */
    boolean isHeld() {
        return state == ImportState.REHEARSED
                && delivered.commitWhenRehearsed()
                && !delivered.allows(counts.rejected());
    }

    /** Whether it has been rehearsed, and well enough to be committed without anyone asking for it. */
    boolean isToBeCommittedNow() {
        return state == ImportState.REHEARSED && delivered.commitWhenRehearsed() && !isHeld();
    }

    void rehearsed(IntakeReport merged, long parseRejected, long newUserCount, Instant when) {
        counts = RowCounts.of(merged, parseRejected, newUserCount);
        state = ImportState.REHEARSED;
        rehearsedAt = when;
    }

    void startCommit() {
        requireOpen();
        if (state != ImportState.REHEARSED) {
            throw new NotRehearsed();
        }
        state = ImportState.COMMITTING;
    }

    void committed(IntakeReport merged, long parseRejected, long newUserCount, Instant when) {
        counts = RowCounts.of(merged, parseRejected, newUserCount);
        state = ImportState.COMMITTED;
        committedAt = when;
    }

    /** The work under way ended without result; the step before it is where to go on. */
    void failed() {
        if (state.isBusy()) {
            state = switch (state) {
                case COMMITTING -> ImportState.REHEARSED;
                case UNDOING -> ImportState.COMMITTED;
                default -> ImportState.UPLOADED;
            };
        }
    }

    void startUndo() {
        if (state.isBusy()) {
            throw new ImportBusy();
        }
        if (state != ImportState.COMMITTED || kind == ImportKind.DEMO) {
            throw new NotCommitted();
        }
        state = ImportState.UNDOING;
    }

    void undone(UndoReport report, Instant when) {
        undone = UndoOutcome.of(report, when);
        state = ImportState.UNDONE;
    }

    /** How many users it made known or changed. */
    long usersBrought() {
        return kind == ImportKind.USERS ? counts.created() + counts.updated() : counts.newUsers();
    }

    void discard() {
        if (state != ImportState.UPLOADING) {
            requireOpen();
        }
        state = ImportState.DISCARDED;
    }

    private void requireOpen() {
        if (state.isBusy()) {
            throw new ImportBusy();
        }
        if (state == ImportState.UPLOADING) {
            throw new NotArrived();
        }
        if (state == ImportState.COMMITTED || state == ImportState.UNDONE || state == ImportState.DISCARDED) {
            throw new ImportOver();
        }
    }
}
