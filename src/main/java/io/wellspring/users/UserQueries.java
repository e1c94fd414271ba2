package io.wellspring.users;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.NamedCount;
import io.wellspring.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pages and other modules read of the registry. */
@Component
@RequiredArgsConstructor
class UserQueries {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JdbcClient jdbc;

    /** @param definitions the attributes to show, in the order to show them */
    List<UserCard> cards(Collection<UserId> ids, List<UserAttribute> definitions) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(sql("users/find-cards"))
                        .param("ids", ids.stream().map(UserId::value).toList())
                        .query((row, number) -> card(row, definitions))
                        .list();
    }

    Optional<RevealedContact> contact(UserId id) {
        return jdbc.sql(sql("users/find-contact"))
                .param("id", id.value())
                .query((row, number) -> new RevealedContact(
                        id,
                        row.getString("name"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getObject("birthday", LocalDate.class)))
                .optional();
    }

    Optional<UserId> identified(IdentityKind kind, String value) {
        return jdbc.sql(sql("users/find-identity"))
                .param("kind", kind.name())
                .param("value", value)
                .query(Long.class)
                .optional()
                .map(UserId::new);
    }

    List<UserId> search(String text, String phone, int limit) {
        return jdbc
                .sql(sql("users/search-users"))
                .param("text", text)
                .param("email", text.toLowerCase(Locale.ROOT))
                .param("phone", phone)
                .param("prefix", text.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("limit", limit)
                .query(Long.class)
                .list()
                .stream()
                .map(UserId::new)
                .toList();
    }

    long count() {
        return jdbc.sql(sql("users/count-users")).query(Long.class).single();
    }

    long demoUsers() {
        return jdbc.sql(sql("users/count-demo-users")).query(Long.class).single();
    }

    List<NamedCount> newChannels(long intakeId) {
        return jdbc.sql(sql("users/find-new-channels"))
                .param("intake", intakeId)
                .query((row, number) -> new NamedCount(row.getString("channel"), row.getLong("rows")))
                .list();
    }

    private static UserCard card(ResultSet row, List<UserAttribute> definitions) throws SQLException {
        String name = row.getString("name");
        String externalId = row.getString("external_id");
        String gender = row.getString("gender");
        return new UserCard(
                new UserId(row.getLong("user_id")),
                externalId,
                Masking.name(name),
                Masking.phone(row.getString("phone")),
                Masking.email(row.getString("email")),
                gender == null ? null : Gender.valueOf(gender),
                row.getString("province"),
                row.getString("city"),
                row.getString("channel"),
                instant(row, "registered_at"),
                row.getBoolean("demo"),
                Optional.ofNullable(row.getObject("sms_consent", Boolean.class)),
                Optional.ofNullable(row.getObject("email_consent", Boolean.class)),
                attributes(row.getString("attributes"), definitions),
                initial(name, externalId));
    }

    private static List<AttributeValue> attributes(String json, List<UserAttribute> definitions) {
        if (json.equals("{}") || definitions.isEmpty()) {
            return List.of();
        }
        JsonNode values = JSON.readTree(json);
        return definitions.stream()
                .filter(definition -> values.hasNonNull(definition.code()))
                .map(definition ->
                        new AttributeValue(definition.label(), definition.type(), text(values.get(definition.code()))))
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
    }

    private static String initial(@Nullable String name, @Nullable String externalId) {
        String best = name != null ? name : externalId != null ? externalId : "·";
        return Character.toString(best.codePointAt(0));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
