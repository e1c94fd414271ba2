package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the plans. */
@Component
@RequiredArgsConstructor
class PlanStore {

    private final JdbcClient jdbc;

    List<Plan> all() {
        return jdbc.sql(sql("membership/find-plans"))
                .query((row, n) -> new Plan(
                        row.getLong("plan_id"),
                        new PlanTerms(
                                row.getString("name_en"),
                                row.getString("name_zh"),
                                new Money(row.getLong("price")),
                                new TermLength(
                                        row.getInt("term_length"), TermLength.Unit.valueOf(row.getString("term_unit"))),
                                row.getInt("tier_no")),
                        row.getBoolean("on_sale"),
                        row.getInt("edition")))
                .list();
    }

    Optional<Plan> find(long plan) {
        return all().stream().filter(one -> one.id() == plan).findFirst();
    }

    Optional<Long> insert(PlanTerms terms, Instant when) {
        return saying("membership/insert-plan", terms)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    boolean update(long plan, int edition, PlanTerms terms) {
        return saying("membership/update-plan", terms)
                        .param("plan", plan)
                        .param("edition", edition)
                        .update()
                == 1;
    }

    /** Holds a plan until the transaction ends. */
    void lock(long plan) {
        jdbc.sql(sql("membership/lock-plan"))
                .param("plan", plan)
                .query(Long.class)
                .optional();
    }

    boolean sell(long plan, boolean onSale) {
        return jdbc.sql(sql("membership/retire-plan"))
                        .param("plan", plan)
                        .param("on_sale", onSale)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec saying(String file, PlanTerms terms) {
        return jdbc.sql(sql(file))
                .param("name_en", terms.nameEn())
                .param("name_zh", terms.nameZh())
                .param("price", terms.price().minor())
                .param("term_length", terms.term().count())
                .param("term_unit", terms.term().unit().name())
                .param("tier_no", terms.tierNumber());
    }
}
