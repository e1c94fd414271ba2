package io.wellspring.audit;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.Money;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table behind the trail. */
@Repository
@RequiredArgsConstructor
class AuditEntries {

    static final String SYSTEM = "system";
    static final String STRANGER = "–";

    private static final TypeReference<TreeMap<String, Object>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final WellspringProperties properties;

    /** @param otherwise the name of who it was if no member of staff, if there is one */
    void insert(
            Audited what, Optional<StaffMember> who, Optional<String> otherwise, Optional<String> address, Instant at) {
        String nobody = otherwise.orElse(address.isPresent() ? STRANGER : SYSTEM);
        jdbc.sql(sql("audit/insert-entry"))
                .param("at", utc(at))
                .param("staff_id", who.map(StaffMember::id).orElse(null))
                .param("staff_name", who.map(StaffMember::name).orElse(nobody))
                .param("action", what.action())
                .param("subject", what.subject())
                .param("before", text(what.before()))
                .param("after", text(what.after()))
                .param("address", address.orElse(null))
                .update();
    }

    List<AuditEntry> newestFirst(AuditFilter filter, int size) {
        return jdbc.sql(sql("audit/select-entries"))
                .param("staff_id", filter.staffId().orElse(null))
                .param("system", filter.systemOnly())
                .param("action", filter.action().orElse(null))
                .param(
                        "subject",
                        filter.subject().map(AuditEntries::beginningWith).orElse(null))
                .param("from", filter.from().map(AuditEntries::utc).orElse(null))
                .param("until", filter.until().map(AuditEntries::utc).orElse(null))
                .param("cursor", filter.after().orElse(null))
                .param("size", size)
                .query((row, number) -> entry(row))
                .list();
    }

    List<String> actions() {
        return jdbc.sql(sql("audit/select-actions")).query(String.class).list();
    }

    List<AuditActor> actors() {
        return jdbc.sql(sql("audit/select-staff"))
                .query((row, number) -> new AuditActor(row.getLong("staff_id"), row.getString("staff_name")))
                .list();
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("staff_id", Long.class)),
                row.getString("staff_name"),
                row.getString("action"),
                row.getString("subject"),
                values(row.getString("before")),
                values(row.getString("after")),
                Optional.ofNullable(row.getString("address")));
    }

    /** Amounts are kept as they are read, with the currency they were in. */
    private String text(Map<String, ?> values) {
        Map<String, Object> kept = new TreeMap<>();
        values.forEach((key, value) -> kept.put(key, value instanceof Money money ? amount(money) : value));
        return json.writeValueAsString(kept);
    }

    private String amount(Money money) {
        return money.in(properties.currency()).toPlainString() + " "
                + properties.currency().getCurrencyCode();
    }

    private Map<String, Object> values(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, VALUES);
    }

    private static String beginningWith(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
