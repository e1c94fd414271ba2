package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForAdmins;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.ForOperatorsAndPointsTokens;
import java.time.ZoneOffset;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What admins decide about points: how much a manager may adjust and grant alone, what points are worth, and how much of an order they pay. */
@Service
@RequiredArgsConstructor
@Transactional
public class PointsSettings {

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    /** @param edition counts what was decided; 0 before the first time */
    public record Kept(int edition, PointsTerms terms) {}

    /** What is decided by now; the usual before the first time. */
    @ForOperatorsAndPointsTokens
    @Transactional(readOnly = true)
    public PointsTerms terms() {
        return stored().terms();
    }

    /** The same, for whoever is going to decide anew. */
    @ForOperators
    @Transactional(readOnly = true)
    public Kept kept() {
        return stored();
    }

    /**
     * Decides anew.
     *
     * @param seen the edition whoever decides has seen
     * @throws SettingsChangedMeanwhile if somebody else has decided since
     */
    @ForAdmins
    public void change(int seen, PointsTerms terms) {
        Kept kept = stored();
        if (kept.edition() != seen) {
            throw new SettingsChangedMeanwhile();
        }
        PointsTerms before = kept.terms();
        if (terms.equals(before)) {
            return;
        }
        int written = jdbc.sql(sql("points/save-setting"))
                .param("edition", seen)
                .param("adjustment_limit", terms.adjustmentLimit())
                .param("per_unit", terms.perUnit())
                .param("cash_percent", terms.cashPercent())
                .param("grant_limit", terms.grantLimit())
                .param("when", clock.now().atOffset(ZoneOffset.UTC))
                .param("by", staff.name().orElse("system"))
                .update();
        if (written == 0) {
            throw new SettingsChangedMeanwhile();
        }
        trail.record(new SettingsChanged(before, terms));
    }

    private Kept stored() {
        return jdbc.sql(sql("points/find-setting"))
                .query((row, number) -> new Kept(
                        row.getInt("edition"),
                        new PointsTerms(
                                row.getLong("adjustment_limit"),
                                row.getLong("per_unit"),
                                row.getInt("cash_percent"),
                                row.getLong("grant_limit"))))
                .optional()
                .orElse(new Kept(0, PointsTerms.USUAL));
    }

    private record SettingsChanged(PointsTerms from, PointsTerms to) implements Audited {

        @Override
        public String action() {
            return "points.settings-changed";
        }

        @Override
        public String subject() {
            return "points";
        }

        @Override
        public Map<String, ?> before() {
            return facts(from);
        }

        @Override
        public Map<String, ?> after() {
            return facts(to);
        }

        private static Map<String, ?> facts(PointsTerms terms) {
            return Map.of(
                    "adjustment-limit",
                    terms.adjustmentLimit(),
                    "points-per-unit",
                    terms.perUnit(),
                    "cash-percent",
                    terms.cashPercent(),
                    "grant-limit",
                    terms.grantLimit());
        }
    }
}
