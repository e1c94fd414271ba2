package io.wellspring.imports;

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

/** A mapping that a file was imported by, to be offered when another with the same header comes. */
@Entity
@Table(schema = "imports", name = "saved_mapping")
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@NullUnmarked
class SavedMapping {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "mapping_id")
    private Long id;

    @Enumerated(EnumType.STRING)
    private ImportKind kind;

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> header;

    @ColumnTransformer(write = "cast(? as jsonb)")
    private String uses;

    @Enumerated(EnumType.STRING)
    private DateOrder dateOrder;

    @Enumerated(EnumType.STRING)
    private DecimalSign decimalSign;

    private String phoneRegion;

    @Enumerated(EnumType.STRING)
    private IntakeMode mode;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> matchBy;

    private boolean createUsers;
    private String savedBy;
    private Instant savedAt;
    private long times;
    private Instant lastUsedAt;

    @Version
    private long version;

    SavedMapping(ImportKind kind, String name, List<String> header, String savedBy) {
        this.kind = kind;
        this.name = name;
        this.header = List.copyOf(header);
        this.savedBy = savedBy;
    }

    /** Takes what a file was imported by just now. */
    void use(Mapping mapping, FileFormat format, Instant when) {
        uses = ColumnUses.write(mapping.over(header.size()).uses());
        mode = mapping.mode();
        matchBy = mapping.matchBy().stream().map(Enum::name).toList();
        createUsers = mapping.createUsers();
        dateOrder = format.dateOrder();
        decimalSign = format.decimalSign();
        phoneRegion = format.phoneRegion();
        savedAt = savedAt == null ? when : savedAt;
        lastUsedAt = when;
        times++;
    }

    void rename(String newName) {
        name = newName;
    }

    Mapping mapping() {
        return new Mapping(
                ColumnUses.read(uses),
                mode,
                matchBy.stream().map(IdentityKind::valueOf).toList(),
                createUsers);
    }

    /** How values are written in such files; how rows are cut is seen from each file itself. */
    FileFormat format(FileFormat sniffed) {
        return new FileFormat(
                sniffed.charset(),
                sniffed.delimiter(),
                sniffed.quote(),
                sniffed.header(),
                dateOrder,
                decimalSign,
                phoneRegion,
                sniffed.sheet());
    }
}
