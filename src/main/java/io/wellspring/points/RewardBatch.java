package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rewards and who redeemed them. Merging users hands many on at once, so all of it is SQL. */
@Component
@RequiredArgsConstructor
class RewardBatch {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Optional<Long> insert(RewardTerms terms, Instant when) {
        return saying("points/insert-reward", terms)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    boolean update(long reward, int edition, RewardTerms terms) {
        return saying("points/update-reward", terms)
                        .param("reward", reward)
                        .param("edition", edition)
                        .update()
                == 1;
    }

    boolean withdraw(long reward, boolean withdrawn) {
        return of("points/withdraw-reward", reward)
                        .param("withdrawn", withdrawn)
                        .update()
                == 1;
    }

    boolean lock(long reward) {
        return of("points/lock-reward", reward).query(Long.class).optional().isPresent();
    }

    List<Reward> rewards(Optional<Long> reward) {
        return jdbc.sql(sql("points/find-rewards"))
                .param("reward", reward.orElse(null))
                .query((row, number) -> reward(row))
                .list();
    }

    boolean changeStock(long reward, int by) {
        return of("points/change-stock", reward).param("by", by).update() == 1;
    }

    Optional<String> takeCode(long reward, BusinessKey key) {
        return of("points/take-code", reward)
                .param("key", key.text())
                .query(String.class)
                .optional();
    }

    int addCodes(long reward, Collection<String> codes) {
        return of("points/insert-codes", reward)
                .param("codes", JSON.writeValueAsString(codes))
                .update();
    }

    void savePicture(long reward, RewardPicture picture) {
        of("points/save-picture", reward)
                .param("media_type", picture.mediaType())
                .param("content", picture.content())
                .param("etag", picture.etag())
                .update();
    }

    Optional<RewardPicture> picture(long reward) {
        return of("points/find-picture", reward)
                .query((row, number) ->
                        new RewardPicture(row.getString("media_type"), row.getBytes("content"), row.getString("etag")))
                .optional();
    }

    long redeemed(UserId user, long reward) {
        return of("points/count-redeemed", reward)
                .param("user", user.value())
                .query(Long.class)
                .single();
    }

    /** Those that are for a tier above the one a user holds. */
    Set<Long> closedTo(UserId user) {
        return Set.copyOf(jdbc.sql(sql("points/find-closed-rewards"))
                .param("user", user.value())
                .query(Long.class)
                .list());
    }

    /** Those of which a user had as many as one may. */
    Set<Long> fullFor(UserId user) {
        return Set.copyOf(jdbc.sql(sql("points/find-full-rewards"))
                .param("user", user.value())
                .query(Long.class)
                .list());
    }

    void insert(UserId user, Reward reward, BusinessKey key, Optional<String> code, Instant when, String by) {
        of("points/insert-redemption", reward.id())
                .param("user", user.value())
                .param("key", key.text())
                .param("price", reward.terms().price())
                .param("code", code.orElse(null))
                .param("when", when.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    boolean decide(long redemption, Redemption.State state, Instant when, String by) {
        return jdbc.sql(sql("points/decide-redemption"))
                        .param("redemption", redemption)
                        .param("state", state.name())
                        .param("when", when.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    Optional<Redemption> redemption(long redemption) {
        return find(Optional.of(redemption), Optional.empty());
    }

    Optional<Redemption> redemption(BusinessKey key) {
        return find(Optional.empty(), Optional.of(key.text()));
    }

    Slice<Redemption> redemptions(RedemptionFilter filter, int page, int size) {
        int number = Math.max(page, 1);
        List<Redemption> rows = narrowed("points/find-redemptions", filter)
                .param("redemption", null)
                .param("key", null)
                .param("limit", size)
                .param("offset", Slice.offset(number, size))
                .query((row, n) -> redemption(row))
                .list();
        long all =
                narrowed("points/count-redemptions", filter).query(Long.class).single();
        return new Slice<>(rows, number, size, all);
    }

    private Optional<Redemption> find(Optional<Long> redemption, Optional<String> key) {
        RedemptionFilter all = new RedemptionFilter(Optional.empty(), Optional.empty(), Optional.empty());
        return narrowed("points/find-redemptions", all)
                .param("redemption", redemption.orElse(null))
                .param("key", key.orElse(null))
                .param("limit", 1)
                .param("offset", 0)
                .query((row, n) -> redemption(row))
                .optional();
    }

    private JdbcClient.StatementSpec of(String statement, long reward) {
        return jdbc.sql(sql(statement)).param("reward", reward);
    }

    private JdbcClient.StatementSpec narrowed(String statement, RedemptionFilter filter) {
        return jdbc.sql(sql(statement))
                .param("user", filter.user().map(UserId::value).orElse(null))
                .param("state", filter.state().map(Enum::name).orElse(null))
                .param("reward", filter.reward().orElse(null));
    }

    private JdbcClient.StatementSpec saying(String statement, RewardTerms terms) {
        return jdbc.sql(sql(statement))
                .param("name", terms.name())
                .param("description", terms.description())
                .param("price", terms.price())
                .param("supply", kind(terms.supply()))
                .param("stock", terms.supply() instanceof Supply.Stock stock ? stock.left() : null)
                .param("per_user", terms.perUser().orElse(null))
                .param("least_tier", terms.leastTier().orElse(null))
                .param("valid_from", terms.validFrom())
                .param("valid_until", terms.validUntil().orElse(null));
    }

    private static String kind(Supply supply) {
        return switch (supply) {
            case Supply.Unlimited unlimited -> "UNLIMITED";
            case Supply.Stock stock -> "STOCK";
            case Supply.Codes codes -> "CODES";
        };
    }

    private static Reward reward(ResultSet row) throws SQLException {
        String kind = row.getString("supply");
        Supply supply =
                switch (kind) {
                    case "STOCK" -> new Supply.Stock(row.getLong("stock"));
                    case "CODES" -> new Supply.Codes(row.getLong("codes"));
                    default -> new Supply.Unlimited();
                };
        return new Reward(
                row.getLong("reward_id"),
                new RewardTerms(
                        row.getString("name"),
                        row.getString("description"),
                        row.getLong("price"),
                        supply,
                        Optional.ofNullable(row.getObject("per_user", Integer.class)),
                        Optional.ofNullable(row.getObject("least_tier", Integer.class)),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class))),
                row.getBoolean("withdrawn"),
                Optional.ofNullable(row.getString("etag")),
                row.getLong("redeemed"),
                row.getInt("edition"));
    }

    private static Redemption redemption(ResultSet row) throws SQLException {
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Redemption(
                row.getLong("redemption_id"),
                new UserId(row.getLong("user_id")),
                row.getLong("reward_id"),
                row.getString("name"),
                new BusinessKey(row.getString("key")),
                new Points(row.getLong("price")),
                Optional.ofNullable(row.getString("code")),
                Redemption.State.valueOf(row.getString("state")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("requested_by"),
                Optional.ofNullable(decidedAt).map(at -> new Redemption.Decision(decidedBy(row), at.toInstant())));
    }

    private static String decidedBy(ResultSet row) {
        try {
            return row.getString("decided_by");
        } catch (SQLException e) {
            throw new IllegalStateException("A name that cannot be read", e);
        }
    }
}
