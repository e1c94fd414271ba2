package io.wellspring.imports;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineMark;
import io.wellspring.shared.TimelineSource;
import io.wellspring.shared.TimelineSpan;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.Role;
import io.wellspring.users.UserField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files brought a user, and which changed what; what the values were is not said. Only admins are led to the import itself. */
@Component
@Order(100)
@RequiredArgsConstructor
class ImportTimeline implements TimelineSource {

    /** Stands before the label of an attribute. */
    private static final String ATTRIBUTE = ":";

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;

    @Override
    public String kind() {
        return "import";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        return jdbc.sql(sql("imports/find-timeline"))
                .params(span.parameters(kind()))
                .query((row, number) -> entry(row))
                .list();
    }

    private TimelineEntry entry(ResultSet row) throws SQLException {
        boolean created = row.getBoolean("created");
        String file = row.getString("file_name");
        String[] fields = (String[]) row.getArray("fields").getArray();
        return new TimelineEntry(
                new TimelineMark(row.getObject("at", OffsetDateTime.class).toInstant(), kind(), row.getLong("key")),
                false,
                created ? "imports.timeline.created" : "imports.timeline.changed",
                created ? List.of(file) : List.of(file, named(fields)),
                Optional.empty(),
                currentStaff
                                .find()
                                .filter(member -> member.role() == Role.ADMIN)
                                .isPresent()
                        ? Optional.of("/imports/" + row.getLong("import_id"))
                        : Optional.empty());
    }

    /** The fields in the order the registry has them, then attributes. */
    private static MessageSourceResolvable named(String[] fields) {
        return Stream.of(fields)
                .sorted(Comparator.comparingInt(ImportTimeline::place).thenComparing(Comparator.naturalOrder()))
                .map(ImportTimeline::name)
                .reduce((one, next) -> text("imports.timeline.and", one, next))
                .orElseThrow();
    }

    private static int place(String field) {
        return field.startsWith(ATTRIBUTE)
                ? UserField.values().length
                : UserField.valueOf(field).ordinal();
    }

    private static MessageSourceResolvable name(String field) {
        return field.startsWith(ATTRIBUTE)
                ? text("imports.timeline.attribute", field.substring(ATTRIBUTE.length()))
                : text("imports.field-short." + field);
    }

    private static MessageSourceResolvable text(String code, Object... facts) {
        return new DefaultMessageSourceResolvable(new String[] {code}, facts);
    }
}
