package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.Money;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Benefits and who claimed them. Merging users hands many claims on at once, so all of it is SQL. */
@Component
@RequiredArgsConstructor
class BenefitBatch {

    private final JdbcClient jdbc;

    /** What is written under a key: a claim, or what undid one. */
    record Entry(UserId user, long claim, Optional<Long> undoes, Optional<String> reason) {}

    /** What an entry says; a claim undoes nothing and has no reason. */
    record Writing(String key, LocalDate day, Instant at, String by, Optional<Long> undoes, Optional<String> reason) {}

    Optional<Long> insert(BenefitTerms terms, Instant when) {
        return saying("membership/insert-benefit", terms)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    boolean update(long benefit, int edition, BenefitTerms terms) {
        return saying("membership/update-benefit", terms)
                        .param("benefit", benefit)
                        .param("edition", edition)
                        .update()
                == 1;
    }

    boolean retire(long benefit, boolean retired) {
        return jdbc.sql(sql("membership/retire-benefit"))
                        .param("benefit", benefit)
                        .param("retired", retired)
                        .update()
                == 1;
    }

    boolean lock(long benefit) {
        return jdbc.sql(sql("membership/lock-benefit"))
                .param("benefit", benefit)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    List<Benefit> benefits(Optional<Long> benefit) {
        return jdbc.sql(sql("membership/find-benefits"))
                .param("benefit", benefit.orElse(null))
                .query((row, number) -> benefit(row))
                .list();
    }

    /** Holds a user until the transaction ends; false if there is no such user. */
    boolean hold(UserId user) {
        return !jdbc.sql(sql("membership/hold-claimant"))
                .param("user", user.value())
                .query((row, number) -> row.getLong("user_id"))
                .list()
                .isEmpty();
    }

    List<UserBenefit> benefitsOf(UserId user, LocalDate day, Optional<Long> benefit) {
        return jdbc.sql(sql("membership/find-benefits-of-user"))
                .param("user", user.value())
                .param("day", day)
                .param("benefit", benefit.orElse(null))
                .query((row, number) -> {
                    Benefit found = benefit(row);
                    return new UserBenefit(found, row.getLong("tier_id"), row.getLong("used"), found.activeOn(day));
                })
                .list();
    }

    boolean insert(UserId user, long benefit, long tier, Money cost, Optional<Long> points, Writing writing) {
        return jdbc.sql(sql("membership/insert-claim"))
                        .param("user", user.value())
                        .param("benefit", benefit)
                        .param("tier", tier)
                        .param("day", writing.day())
                        .param("at", writing.at().atOffset(ZoneOffset.UTC))
                        .param("cost", cost.minor())
                        .param("points", points.orElse(null))
                        .param("key", writing.key())
                        .param("undoes", writing.undoes().orElse(null))
                        .param("reason", writing.reason().orElse(null))
                        .param("by", writing.by())
                        .update()
                == 1;
    }

    Optional<Entry> under(String key) {
        return jdbc.sql(sql("membership/find-entry-under-key"))
                .param("key", key)
                .query((row, number) -> new Entry(
                        new UserId(row.getLong("user_id")),
                        row.getLong("claim_id"),
                        Optional.ofNullable(row.getObject("undoes", Long.class)),
                        Optional.ofNullable(row.getString("reason"))))
                .optional();
    }

    Optional<Claim> claim(long claim) {
        ClaimFilter all = new ClaimFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
        return narrowed("membership/find-claims", all)
                .param("claim", claim)
                .param("limit", 1)
                .param("offset", 0)
                .query((row, number) -> claim(row))
                .optional();
    }

    Slice<Claim> claims(ClaimFilter filter, int page, int size) {
        List<Claim> rows = narrowed("membership/find-claims", filter)
                .param("claim", null)
                .param("limit", size)
                .param("offset", Slice.offset(page, size))
                .query((row, number) -> claim(row))
                .list();
        long total = narrowed("membership/count-claims", filter)
                .query((row, number) -> row.getLong("claims"))
                .single();
        return new Slice<>(rows, page, size, total);
    }

    void move(UserId survivor, UserId absorbed) {
        jdbc.sql(sql("membership/move-claims"))
                .param("survivor", survivor.value())
                .param("absorbed", absorbed.value())
                .update();
    }

    private JdbcClient.StatementSpec narrowed(String statement, ClaimFilter filter) {
        return jdbc.sql(sql(statement))
                .param("user", filter.user().map(UserId::value).orElse(null))
                .param("benefit", filter.benefit().orElse(null))
                .param("tier", filter.tier().orElse(null))
                .param("from", filter.from().orElse(null))
                .param("undone", filter.undone());
    }

    private JdbcClient.StatementSpec saying(String statement, BenefitTerms terms) {
        return jdbc.sql(sql(statement))
                .param("kind", terms.kind().name())
                .param("name_en", terms.nameEn())
                .param("name_zh", terms.nameZh())
                .param("description", terms.description())
                .param("cost", terms.cost().minor())
                .param("points", terms.points().map(ClaimPoints::number).orElse(null))
                .param("points_days", terms.points().flatMap(ClaimPoints::days).orElse(null))
                .param("quota", terms.quota().map(Quota::times).orElse(null))
                .param(
                        "period",
                        terms.quota().map(quota -> quota.period().name()).orElse(null))
                .param("active_from", terms.activeFrom())
                .param("active_until", terms.activeUntil().orElse(null));
    }

    private static Benefit benefit(ResultSet row) throws SQLException {
        String period = row.getString("period");
        return new Benefit(
                row.getLong("benefit_id"),
                new BenefitTerms(
                        BenefitKind.valueOf(row.getString("kind")),
                        row.getString("name_en"),
                        row.getString("name_zh"),
                        row.getString("description"),
                        new Money(row.getLong("cost")),
                        points(row),
                        period == null
                                ? Optional.empty()
                                : Optional.of(new Quota(row.getInt("quota"), QuotaPeriod.valueOf(period))),
                        row.getObject("active_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("active_until", LocalDate.class))),
                row.getBoolean("retired"),
                row.getInt("edition"));
    }

    private static Optional<ClaimPoints> points(ResultSet row) throws SQLException {
        Long points = row.getObject("points", Long.class);
        Optional<Integer> days = Optional.ofNullable(row.getObject("points_days", Integer.class));
        return points == null ? Optional.empty() : Optional.of(new ClaimPoints(points, days));
    }

    private static Claim claim(ResultSet row) throws SQLException {
        OffsetDateTime undoneAt = row.getObject("undone_at", OffsetDateTime.class);
        return new Claim(
                row.getLong("claim_id"),
                new UserId(row.getLong("user_id")),
                row.getLong("benefit_id"),
                row.getString("name_en"),
                row.getString("name_zh"),
                row.getLong("tier_id"),
                Optional.ofNullable(row.getString("tier_en")).orElse("–"),
                Optional.ofNullable(row.getString("tier_zh")).orElse("–"),
                row.getObject("day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Money(row.getLong("cost")),
                Optional.ofNullable(row.getObject("points", Long.class)),
                row.getString("by_name"),
                undoneAt == null
                        ? Optional.empty()
                        : Optional.of(new Claim.Undoing(
                                row.getLong("undone_id"),
                                undoneAt.toInstant(),
                                row.getString("undone_reason"),
                                row.getString("undone_by"))));
    }
}
