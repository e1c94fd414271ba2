package io.wellspring.profiles;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** How a member of staff wants the list to open. */
@Entity
@Table(schema = "profiles", name = "list_habit")
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@NullUnmarked
class ListHabit {

    @Id
    private long staffId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> columns;

    private Long viewId;

    @Version
    private Long version;

    ListHabit(long staffId) {
        this.staffId = staffId;
        this.columns = List.of();
    }

    void show(List<ListColumn> chosen) {
        columns = chosen.stream().map(ListColumn::code).toList();
    }

    void open(Optional<Long> view) {
        viewId = view.orElse(null);
    }
}
