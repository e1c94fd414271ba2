package io.wellspring.users;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.data.domain.Persistable;

@Entity
@Table(schema = "users", name = "attribute")
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@NullUnmarked
class Attribute implements Persistable<String> {

    @Id
    private String code;

    private String label;

    @Enumerated(EnumType.STRING)
    private AttributeType type;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> choices;

    private String createdBy;
    private Instant createdAt;
    private Instant retiredAt;

    @Version
    private Long version;

    Attribute(AttributeDraft draft, String createdBy, Instant createdAt) {
        this.code = draft.code();
        this.label = draft.label();
        this.type = draft.type();
        this.choices = List.of();
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    @Override
    public String getId() {
        return code;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    void rename(String newLabel) {
        label = newLabel;
    }

    void retire(Instant when) {
        if (retiredAt == null) {
            retiredAt = when;
        }
    }

    /** Lets a choice have more values; those it has stay where they are. */
    void admit(Collection<String> more) {
        choices = Stream.concat(choices.stream(), more.stream()).distinct().toList();
    }

    UserAttribute value() {
        return new UserAttribute(code, label, type, choices, retiredAt != null, createdBy, createdAt);
    }
}
