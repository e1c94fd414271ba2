package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.Money;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums claims up. */
@Component
@RequiredArgsConstructor
class BenefitQueries {

    private final JdbcClient jdbc;

    List<BenefitFigures> figures(LocalDate month, LocalDate from, LocalDate day) {
        return jdbc.sql(sql("membership/sum-claims"))
                .param("month", month)
                .param("from", from)
                .param("day", day)
                .query((row, number) -> new BenefitFigures(
                        row.getLong("benefit_id"),
                        row.getLong("month_claims"),
                        new Money(row.getLong("month_cost")),
                        row.getLong("claims"),
                        new Money(row.getLong("cost")),
                        row.getBoolean("ever")))
                .list();
    }

    /** How often a benefit was claimed in a tier. */
    record ClaimsInTier(long benefit, int tier, long claims) {}

    List<ClaimsInTier> claimsInTiers(LocalDate from, LocalDate day) {
        return jdbc.sql(sql("membership/sum-claims-of-tiers"))
                .param("from", from)
                .param("day", day)
                .query((row, number) ->
                        new ClaimsInTier(row.getLong("benefit_id"), row.getInt("tier_no"), row.getLong("claims")))
                .list();
    }

    List<ClaimRate> rates(LocalDate from, LocalDate day) {
        return jdbc.sql(sql("membership/count-claimants"))
                .param("from", from)
                .param("day", day)
                .query((row, number) -> new ClaimRate(
                        row.getLong("benefit_id"),
                        row.getInt("tier_no"),
                        row.getLong("entitled"),
                        row.getLong("claimants")))
                .list();
    }
}
