package io.wellspring.imports;

import io.wellspring.shared.IntakeReport;
import io.wellspring.users.IdentityKind;
import io.wellspring.users.IntakeMode;
import jakarta.persistence.Column;
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
    private String charset;
    private String delimiter;
    private String quote;
    private boolean header;

    @Enumerated(EnumType.STRING)
    private DateOrder dateOrder;

    @Enumerated(EnumType.STRING)
    private DecimalSign decimalSign;

    private String phoneRegion;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> columnNames;

    /** A list of {@link ColumnUse}, one for each column. */
    @ColumnTransformer(write = "cast(? as jsonb)")
    private String uses;

    /** What the mapping is to be remembered by. */
    private String mappingName;

    /** The remembered mapping that was applied, or null. */
    private String mappedAs;

    /** What the rehearsal said of {@link Announcement}. */
    @ColumnTransformer(write = "cast(? as jsonb)")
    private String announced;

    @Enumerated(EnumType.STRING)
    private IntakeMode mode;

    /** The names of the identities by which rows find their users. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> matchBy;

    private boolean createUsers;
    private Long rowsRead;
    private Long created;
    private Long updated;
    private Long unchanged;
    private Long rejected;
    private Long newUsers;
    private Long matchedByExternalId;
    private Long matchedByPhone;
    private Long matchedByEmail;
    private Instant rehearsedAt;
    private Instant committedAt;

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
        read(
                new FileFormat("UTF-8", ',', '"', true, DateOrder.YEAR_FIRST, DecimalSign.POINT, "CN"),
                List.of(),
                Mapping.usual(List.of()));
    }

    void stored(FileStore.Stored stored) {
        bytes = stored.bytes();
        lines = stored.lines();
        sha256 = stored.sha256();
    }

    FileFormat format() {
        return new FileFormat(
                charset, delimiter.charAt(0), quote.charAt(0), header, dateOrder, decimalSign, phoneRegion);
    }

    Mapping mapping() {
        return new Mapping(
                ColumnUses.read(uses),
                mode,
                matchBy.stream().map(IdentityKind::valueOf).toList(),
                createUsers);
    }

    /** The header above a column. */
    @Nullable
    String columnAt(@Nullable Integer column) {
        return column == null ? null : columnNames.get(column);
    }

    /** Reads the file in another way; what was rehearsed is void. */
    void read(FileFormat format, List<String> names, Mapping mapping) {
        requireOpen();
        charset = format.charset();
        delimiter = Character.toString(format.delimiter());
        quote = Character.toString(format.quote());
        header = format.header();
        dateOrder = format.dateOrder();
        decimalSign = format.decimalSign();
        phoneRegion = format.phoneRegion();
        columnNames = List.copyOf(names);
        mappedAs = null;
        map(mapping);
    }

    /** Says what the columns mean; what was rehearsed is void. */
    void map(Mapping mapping) {
        requireOpen();
        uses = ColumnUses.write(mapping.uses());
        mode = mapping.mode();
        matchBy = mapping.matchBy().stream().map(Enum::name).toList();
        createUsers = mapping.createUsers();
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
        read(saved.format(format()), columnNames, saved.mapping());
        mappedAs = saved.getName();
        mappingName = saved.getName();
    }

    void rememberAs(String name) {
        mappingName = name;
    }

    void startRehearsal() {
        requireOpen();
        state = ImportState.REHEARSING;
    }

    void rehearsed(IntakeReport merged, long parseRejected, long newUserCount, Instant when) {
        count(merged, parseRejected, newUserCount);
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
        count(merged, parseRejected, newUserCount);
        state = ImportState.COMMITTED;
        committedAt = when;
    }

    /** The work under way ended without result; the step before it is where to go on. */
    void failed() {
        if (state.isBusy()) {
            state = state == ImportState.COMMITTING ? ImportState.REHEARSED : ImportState.UPLOADED;
        }
    }

    void discard() {
        requireOpen();
        state = ImportState.DISCARDED;
    }

    private void count(IntakeReport merged, long parseRejected, long newUserCount) {
        created = merged.created();
        updated = merged.updated();
        unchanged = merged.unchanged();
        rejected = merged.rejected() + parseRejected;
        rowsRead = merged.rows() + parseRejected;
        newUsers = newUserCount;
        matchedByExternalId = merged.matchedBy().getOrDefault("EXTERNAL_ID", 0L);
        matchedByPhone = merged.matchedBy().getOrDefault("PHONE", 0L);
        matchedByEmail = merged.matchedBy().getOrDefault("EMAIL", 0L);
    }

    private void requireOpen() {
        if (state.isBusy()) {
            throw new ImportBusy();
        }
        if (state == ImportState.COMMITTED || state == ImportState.DISCARDED) {
            throw new ImportOver();
        }
    }
}
