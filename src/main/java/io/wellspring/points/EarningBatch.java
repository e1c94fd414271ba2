package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.wellspring.points.EarningBasis.OneActivity;
import io.wellspring.points.EarningBasis.OrderAmount;
import io.wellspring.points.ExpiryPolicy.AfterDays;
import io.wellspring.points.ExpiryPolicy.EndOfMonth;
import io.wellspring.points.ExpiryPolicy.EndOfYear;
import io.wellspring.points.ExpiryPolicy.Never;
import io.wellspring.points.ExpiryPolicy.OnDay;
import io.wellspring.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps earning rules and their versions. A version is written once. */
@Component
@RequiredArgsConstructor
class EarningBatch {

    private final JdbcClient jdbc;
    private final DSLContext jooq;
    private final EarningAudience audience;

    /** How a policy is stored. */
    private record StoredExpiry(String policy, Optional<Integer> number, Optional<LocalDate> day) {

        static StoredExpiry of(ExpiryPolicy policy) {
            return switch (policy) {
                case Never never -> new StoredExpiry("NEVER", Optional.empty(), Optional.empty());
                case AfterDays after -> new StoredExpiry("DAYS", Optional.of(after.days()), Optional.empty());
                case EndOfMonth end -> new StoredExpiry("END_OF_MONTH", Optional.of(end.months()), Optional.empty());
                case EndOfYear end -> new StoredExpiry("END_OF_YEAR", Optional.of(end.years()), Optional.empty());
                case OnDay on -> new StoredExpiry("ON_DAY", Optional.empty(), Optional.of(on.day()));
            };
        }
    }

    Optional<Long> insert(String name, EarningBasis basis, Instant when) {
        return jdbc.sql(sql("points/insert-rule"))
                .param("name", name)
                .param("activity", activity(basis).orElse(null))
                .param("when", when.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    boolean lock(long rule) {
        return jdbc.sql(sql("points/lock-rule"))
                .param("rule", rule)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    boolean rename(long rule, String name) {
        return jdbc.sql(sql("points/rename-rule"))
                        .param("rule", rule)
                        .param("name", name)
                        .update()
                == 1;
    }

    int insertVersion(long rule, EarningTerms terms, boolean stops, Instant when, String by) {
        StoredExpiry expiry = StoredExpiry.of(terms.expiry());
        int version = jdbc.sql(sql("points/insert-version"))
                .param("rule", rule)
                .param("points", terms.basis().points())
                .param("per_amount", perAmount(terms.basis()).orElse(null))
                .param("first_bonus", terms.firstBonus())
                .param("birthday_percent", terms.birthdayPercent())
                .param("day_cap", terms.limits().perDay().orElse(null))
                .param("month_cap", terms.limits().perMonth().orElse(null))
                .param("total_cap", terms.limits().ever().orElse(null))
                .param("valid_from", terms.validFrom())
                .param("valid_until", terms.validUntil().orElse(null))
                .param("available_after", terms.availableAfter())
                .param("expiry_policy", expiry.policy())
                .param("expiry_number", expiry.number().orElse(null))
                .param("expiry_day", expiry.day().orElse(null))
                .param("stops", stops)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(Integer.class)
                .single();
        if (!terms.segments().isEmpty()) {
            jdbc.sql(sql("points/insert-version-segments"))
                    .param("rule", rule)
                    .param("version", version)
                    .param("segments", EarningAudience.joined(terms.segments()))
                    .update();
        }
        return version;
    }

    List<EarningRule> rules(Optional<Long> rule) {
        Map<Long, String> names = new LinkedHashMap<>();
        Map<Long, List<EarningRule.Version>> versions = new LinkedHashMap<>();
        jdbc.sql(sql("points/find-rules")).param("rule", rule.orElse(null)).query(row -> {
            names.put(row.getLong("rule_id"), row.getString("name"));
            versions.computeIfAbsent(row.getLong("rule_id"), unused -> new ArrayList<>())
                    .add(version(row));
        });
        return names.entrySet().stream()
                .map(one ->
                        new EarningRule(one.getKey(), one.getValue(), versions.getOrDefault(one.getKey(), List.of())))
                .toList();
    }

    RuleRehearsal rehearse(EarningTerms terms, LocalDate from, LocalDate to, Instant start, Instant end, String zone) {
        EarningLimits limits = terms.limits();
        Record found = jooq.fetchSingle(
                sql("points/rehearse-rule"),
                audience.inside(terms.segments(), name("fresh")),
                val(activity(terms.basis()).orElse(null), SQLDataType.CLOB),
                val(terms.basis().points()),
                val(perAmount(terms.basis()).orElse(null), SQLDataType.BIGINT),
                val(terms.firstBonus()),
                val(terms.birthdayPercent()),
                val(limits.perDay().orElse(null), SQLDataType.BIGINT),
                val(limits.perMonth().orElse(null), SQLDataType.BIGINT),
                val(limits.ever().orElse(null), SQLDataType.BIGINT),
                val(start.atOffset(ZoneOffset.UTC)),
                val(end.atOffset(ZoneOffset.UTC)),
                val(zone));
        return new RuleRehearsal(
                from,
                to,
                found.get("facts", Long.class),
                found.get("giving", Long.class),
                found.get("users", Long.class),
                found.get("points", Long.class));
    }

    List<RuleFigures> figures() {
        return jdbc.sql(sql("points/find-rule-figures"))
                .query((row, number) -> new RuleFigures(
                        row.getLong("rule_id"),
                        row.getString("name"),
                        row.getObject("as_of", LocalDate.class),
                        row.getLong("users"),
                        row.getLong("facts"),
                        row.getLong("issued"),
                        row.getLong("taken_back"),
                        row.getLong("redeemed"),
                        new Money(row.getLong("revenue")),
                        row.getBoolean("of_orders")))
                .list();
    }

    private static Optional<String> activity(EarningBasis basis) {
        return switch (basis) {
            case OrderAmount orders -> Optional.empty();
            case OneActivity one -> Optional.of(one.type());
        };
    }

    private static Optional<Long> perAmount(EarningBasis basis) {
        return switch (basis) {
            case OrderAmount orders -> Optional.of(orders.per().minor());
            case OneActivity one -> Optional.empty();
        };
    }

    private static EarningRule.Version version(ResultSet row) throws SQLException {
        String activity = row.getString("activity");
        EarningBasis basis = activity == null
                ? new OrderAmount(row.getLong("points"), new Money(row.getLong("per_amount")))
                : new OneActivity(activity, row.getLong("points"));
        return new EarningRule.Version(
                row.getInt("version"),
                new EarningTerms(
                        basis,
                        row.getLong("first_bonus"),
                        row.getInt("birthday_percent"),
                        new EarningLimits(limit(row, "day_cap"), limit(row, "month_cap"), limit(row, "total_cap")),
                        row.getInt("available_after"),
                        expiry(row),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                        EarningAudience.split(row.getString("segments"))),
                row.getBoolean("stops"),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("saved_by"));
    }

    private static ExpiryPolicy expiry(ResultSet row) throws SQLException {
        String policy = row.getString("expiry_policy");
        return switch (policy) {
            case "NEVER" -> new Never();
            case "DAYS" -> new AfterDays(row.getInt("expiry_number"));
            case "END_OF_MONTH" -> new EndOfMonth(row.getInt("expiry_number"));
            case "END_OF_YEAR" -> new EndOfYear(row.getInt("expiry_number"));
            case "ON_DAY" -> new OnDay(row.getObject("expiry_day", LocalDate.class));
            default -> throw new IllegalStateException("No policy: " + policy);
        };
    }

    private static Optional<Long> limit(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }
}
