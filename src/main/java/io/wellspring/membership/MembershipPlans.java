package io.wellspring.membership;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.ForOperatorsAndMembershipTokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The memberships that can be bought. What was sold keeps what it said then; a plan is retired, never deleted. */
@Service
@ForManagers
@Transactional
@RequiredArgsConstructor
public class MembershipPlans {

    private final PlanStore store;
    private final ProgrammeStore programmes;
    private final AuditTrail trail;
    private final BusinessClock clock;

    private record PlanAction(String verb, long plan, Map<String, ?> before, Map<String, ?> after) implements Audited {

        @Override
        public String action() {
            return "tiers." + verb;
        }

        @Override
        public String subject() {
            return "plan " + plan;
        }
    }

    /** Those on sale first, the cheapest first. */
    @ForOperatorsAndMembershipTokens
    @Transactional(readOnly = true)
    public List<Plan> plans() {
        return store.all();
    }

    /** @throws UnknownPlan if there is none */
    @ForOperators
    @Transactional(readOnly = true)
    public Plan plan(long plan) {
        return store.find(plan).orElseThrow(() -> new UnknownPlan(plan));
    }

    /** The tiers a plan may give entry to: those above the lowest, by the newest version that is published. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<Tier> tiers() {
        return programmes.all().stream()
                .filter(version -> !version.isDraft())
                .findFirst()
                .map(version -> version.terms().tiers().stream()
                        .filter(tier -> !tier.isBase())
                        .toList())
                .orElse(List.of());
    }

    /**
     * Puts a plan on sale.
     *
     * @throws PlanNameTaken if another has one of the names
     * @throws PlanUnfit if the tier is none that can be bought
     */
    public long create(PlanTerms terms) {
        requireTier(terms);
        long plan = store.insert(terms, clock.now()).orElseThrow(() -> taken(terms, Optional.empty()));
        trail.record(new PlanAction("plan-saved", plan, Map.of(), facts(terms)));
        return plan;
    }

    /**
     * Changes a plan for what is sold from now on.
     *
     * @param seen the edition whoever changes it has seen
     * @throws UnknownPlan if there is none
     * @throws PlanChangedMeanwhile if somebody else has changed it since
     * @throws PlanNameTaken if another has one of the names
     * @throws PlanUnfit if the tier is none that can be bought
     */
    public void change(long plan, int seen, PlanTerms terms) {
        store.lock(plan);
        Plan held = plan(plan);
        PlanTerms before = held.terms();
        if (held.edition() != seen) {
            throw new PlanChangedMeanwhile(before.nameEn());
        }
        if (before.equals(terms)) {
            return;
        }
        if (terms.tierNumber() != before.tierNumber()) {
            requireTier(terms);
        }
        if (!store.update(plan, seen, terms)) {
            throw taken(terms, Optional.of(plan));
        }
        trail.record(new PlanAction("plan-saved", plan, facts(before), facts(terms)));
    }

    /**
     * Retires a plan, or puts it on sale again.
     *
     * @throws UnknownPlan if there is none
     */
    public void sell(long plan, boolean onSale) {
        PlanTerms terms = plan(plan).terms();
        if (store.sell(plan, onSale)) {
            trail.record(new PlanAction(
                    onSale ? "plan-offered" : "plan-retired",
                    plan,
                    Map.of(),
                    Map.of("name", terms.nameEn(), "name-zh", terms.nameZh())));
        }
    }

    private void requireTier(PlanTerms terms) {
        Optional<Tier> tier = tiers().stream()
                .filter(one -> one.number() == terms.tierNumber())
                .findFirst();
        if (tier.isEmpty()) {
            throw new PlanUnfit("tier");
        }
    }

    /** @param but the one that may be called so itself */
    private PlanNameTaken taken(PlanTerms terms, Optional<Long> but) {
        boolean inEnglish = plans().stream()
                .filter(other -> but.filter(own -> own == other.id()).isEmpty())
                .anyMatch(other -> other.terms().nameEn().equalsIgnoreCase(terms.nameEn()));
        return inEnglish ? new PlanNameTaken("nameEn", terms.nameEn()) : new PlanNameTaken("nameZh", terms.nameZh());
    }

    private static Map<String, ?> facts(PlanTerms terms) {
        return Map.of(
                "name",
                terms.nameEn(),
                "name-zh",
                terms.nameZh(),
                "price",
                terms.price(),
                "term",
                terms.term().count() + " " + terms.term().unit(),
                "tier",
                terms.tierNumber());
    }
}
