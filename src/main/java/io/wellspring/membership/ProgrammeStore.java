package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes versions of the programme. */
@Component
@RequiredArgsConstructor
class ProgrammeStore {

    private final JdbcClient jdbc;

    /** The newest first. */
    List<Programme> all() {
        Map<Integer, List<Tier>> tiers = new HashMap<>();
        jdbc.sql(sql("membership/find-tiers")).query(row -> {
            tiers.computeIfAbsent(row.getInt("version"), version -> new ArrayList<>())
                    .add(tier(row));
        });
        Map<Integer, List<ActivityRule>> activities = new HashMap<>();
        jdbc.sql(sql("membership/find-activity-rules")).query(row -> {
            activities
                    .computeIfAbsent(row.getInt("version"), version -> new ArrayList<>())
                    .add(new ActivityRule(
                            row.getString("type"),
                            row.getInt("growth"),
                            Optional.ofNullable(row.getObject("daily_cap", Integer.class)),
                            Optional.ofNullable(row.getObject("monthly_cap", Integer.class))));
        });
        Map<Integer, Map<Integer, Set<Long>>> grants = new HashMap<>();
        jdbc.sql(sql("membership/find-grants")).query(row -> {
            grants.computeIfAbsent(row.getInt("version"), version -> new HashMap<>())
                    .computeIfAbsent(row.getInt("tier_no"), tier -> new HashSet<>())
                    .add(row.getLong("benefit_id"));
        });
        return jdbc.sql(sql("membership/find-programmes"))
                .query((row, n) -> programme(
                        row,
                        activities.getOrDefault(row.getInt("version"), List.of()),
                        tiers.getOrDefault(row.getInt("version"), List.of()),
                        new Grants(grants.getOrDefault(row.getInt("version"), Map.of()))))
                .list();
    }

    boolean saveDraft(int version, Optional<Integer> copyOf, ProgrammeTerms terms, DraftSeen seen, Instant when) {
        int saved = jdbc.sql(sql("membership/save-draft"))
                .param("version", version)
                .param("copy_of", copyOf.orElse(null))
                .param("reach_window", terms.reach().kind().name())
                .param("reach_days", terms.reach().days())
                .param("keep_window", terms.keep().kind().name())
                .param("keep_days", terms.keep().days())
                .param("refunds", terms.refunds().name())
                .param("order_factor", terms.orderFactor())
                .param("seen", seen.edition())
                .param("form", seen.form())
                .param("at", Timestamp.from(when))
                .update();
        if (saved == 0) {
            return false;
        }
        jdbc.sql(sql("membership/delete-tiers")).param("version", version).update();
        terms.tiers().forEach(tier -> insert(version, tier));
        insert(version, terms.grants());
        jdbc.sql(sql("membership/delete-activity-rules"))
                .param("version", version)
                .update();
        terms.activities()
                .forEach(rule -> jdbc.sql(sql("membership/insert-activity-rule"))
                        .param("version", version)
                        .param("type", rule.type())
                        .param("growth", rule.growth())
                        .param("daily_cap", rule.dailyCap().orElse(null))
                        .param("monthly_cap", rule.monthlyCap().orElse(null))
                        .update());
        return true;
    }

    boolean publish(int version, LocalDate effectiveOn, DraftSeen seen, String by, Instant when) {
        return jdbc.sql(sql("membership/publish-draft"))
                        .param("version", version)
                        .param("effective_on", effectiveOn)
                        .param("seen", seen.edition())
                        .param("form", seen.form())
                        .param("by", by)
                        .param("at", Timestamp.from(when))
                        .update()
                == 1;
    }

    boolean discard(DraftSeen seen) {
        return jdbc.sql(sql("membership/delete-draft"))
                        .param("seen", seen.edition())
                        .param("form", seen.form())
                        .update()
                == 1;
    }

    private void insert(int version, Grants grants) {
        List<Map.Entry<Integer, Long>> pairs = grants.pairs();
        jdbc.sql(sql("membership/insert-grants"))
                .param("version", version)
                .param("tiers", joined(pairs, Map.Entry::getKey))
                .param("benefits", joined(pairs, Map.Entry::getValue))
                .update();
    }

    private static <P> String joined(List<P> pairs, Function<P, ?> side) {
        return pairs.stream().map(side).map(String::valueOf).collect(Collectors.joining(","));
    }

    private void insert(int version, Tier tier) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql("membership/insert-tier"))
                .param("version", version)
                .param("tier_no", tier.number())
                .param("rank", tier.rank())
                .param("name_en", tier.nameEn())
                .param("name_zh", tier.nameZh())
                .param("colour", tier.colour())
                .param("validity_months", tier.validityMonths().orElse(null))
                .param("grace_days", tier.graceDays())
                .param("at_due", tier.atDue().name())
                .param("floor_rank", tier.floorRank())
                .param("points_multiplier", tier.multiplier());
        rule(rule(statement, "entry", tier.entry()), "keep", tier.keep()).update();
    }

    private static JdbcClient.StatementSpec rule(JdbcClient.StatementSpec statement, String prefix, TierRule rule) {
        return statement
                .param(prefix + "_join", rule.join().name())
                .param(prefix + "_growth", rule.growth().orElse(null))
                .param(prefix + "_spend", rule.spend().map(Money::minor).orElse(null))
                .param(prefix + "_orders", rule.orders().orElse(null))
                .param(prefix + "_active_days", rule.activeDays().orElse(null));
    }

    private static Programme programme(ResultSet row, List<ActivityRule> activities, List<Tier> tiers, Grants grants)
            throws SQLException {
        return new Programme(
                row.getInt("version"),
                Optional.ofNullable(row.getObject("effective_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("copy_of", Integer.class)),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("published_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("published_by")),
                new DraftSeen(row.getLong("edition"), row.getString("last_form")),
                new ProgrammeTerms(
                        new CountingWindow(WindowKind.valueOf(row.getString("reach_window")), row.getInt("reach_days")),
                        new CountingWindow(WindowKind.valueOf(row.getString("keep_window")), row.getInt("keep_days")),
                        RefundRule.valueOf(row.getString("refunds")),
                        row.getBigDecimal("order_factor"),
                        activities,
                        tiers,
                        grants));
    }

    private static Tier tier(ResultSet row) throws SQLException {
        BigDecimal multiplier = row.getBigDecimal("points_multiplier");
        return new Tier(
                row.getLong("id"),
                row.getInt("tier_no"),
                row.getInt("rank"),
                row.getString("name_en"),
                row.getString("name_zh"),
                row.getString("colour"),
                rule(row, "entry"),
                rule(row, "keep"),
                Optional.ofNullable(row.getObject("validity_months", Integer.class)),
                row.getInt("grace_days"),
                AtDue.valueOf(row.getString("at_due")),
                row.getInt("floor_rank"),
                multiplier);
    }

    private static TierRule rule(ResultSet row, String prefix) throws SQLException {
        return new TierRule(
                Join.valueOf(row.getString(prefix + "_join")),
                Optional.ofNullable(row.getObject(prefix + "_growth", Long.class)),
                Optional.ofNullable(row.getObject(prefix + "_spend", Long.class))
                        .map(Money::new),
                Optional.ofNullable(row.getObject(prefix + "_orders", Integer.class)),
                Optional.ofNullable(row.getObject(prefix + "_active_days", Integer.class)));
    }
}
