package io.wellspring.profiles;

import io.wellspring.staff.StaffMember;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(schema = "profiles", name = "list_view")
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@NullUnmarked
class SavedView {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "view_id")
    private Long id;

    private long ownerId;
    private String ownerName;
    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> parameters;

    private boolean shared;
    private Instant createdAt;
    private Instant changedAt;

    @Version
    private long version;

    SavedView(StaffMember owner, String name, Map<String, String> parameters, boolean shared, Instant when) {
        this.ownerId = owner.id();
        this.ownerName = owner.name();
        this.name = name;
        this.parameters = ListView.written(parameters);
        this.shared = shared;
        this.createdAt = when;
        this.changedAt = when;
    }

    void rename(String newName, Instant when) {
        name = newName;
        changedAt = when;
    }

    void share(boolean withAll, Instant when) {
        shared = withAll;
        changedAt = when;
    }

    void hold(Map<String, String> newParameters, Instant when) {
        parameters = ListView.written(newParameters);
        changedAt = when;
    }

    boolean isOf(StaffMember member) {
        return ownerId == member.id();
    }

    boolean isSeenBy(StaffMember member) {
        return shared || isOf(member);
    }

    boolean holds(Map<String, String> others) {
        return ListView.read(parameters).equals(others);
    }
}
