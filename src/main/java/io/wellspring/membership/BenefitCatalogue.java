package io.wellspring.membership;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The benefits there are: managers say what each is, what a claim costs us and how often one may claim it. Which tier grants it, a version says. */
@Service
@ForManagers
@Transactional
@RequiredArgsConstructor
public class BenefitCatalogue {

    private final BenefitBatch batch;
    private final AuditTrail trail;
    private final BusinessClock clock;

    /** All of them, those in use first. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<Benefit> benefits() {
        return batch.benefits(Optional.empty());
    }

    /** @throws UnknownBenefit if there is none */
    @ForOperators
    @Transactional(readOnly = true)
    public Benefit benefit(long benefit) {
        return batch.benefits(Optional.of(benefit)).stream().findFirst().orElseThrow(() -> new UnknownBenefit(benefit));
    }

    /** @throws BenefitNameTaken if another has one of the names */
    public long create(BenefitTerms terms) {
        long benefit = batch.insert(terms, clock.now()).orElseThrow(() -> taken(terms, Optional.empty()));
        trail.record(new BenefitAction("saved", benefit, Map.of(), facts(terms)));
        return benefit;
    }

    /**
     * Changes a benefit. What was claimed keeps its cost and its points.
     *
     * @param seen the edition whoever changes it has seen
     * @throws UnknownBenefit if there is none
     * @throws BenefitChangedMeanwhile if somebody else has changed it since
     * @throws BenefitNameTaken if another has one of the names
     */
    public void change(long benefit, int seen, BenefitTerms terms) {
        Benefit held = held(benefit);
        BenefitTerms before = held.terms();
        if (held.edition() != seen) {
            throw new BenefitChangedMeanwhile(before.nameEn());
        }
        if (before.equals(terms)) {
            return;
        }
        if (!batch.update(benefit, seen, terms)) {
            throw taken(terms, Optional.of(benefit));
        }
        trail.record(new BenefitAction("saved", benefit, facts(before), facts(terms)));
    }

    /** Takes a benefit out of use, or brings it back: retired, it can be claimed no longer and no draft can grant it anew. */
    public void retire(long benefit, boolean retired) {
        Benefit before = held(benefit);
        if (batch.retire(benefit, retired)) {
            trail.record(new BenefitAction(
                    retired ? "retired" : "brought-back",
                    benefit,
                    Map.of(),
                    Map.of(
                            "name",
                            before.terms().nameEn(),
                            "name-zh",
                            before.terms().nameZh())));
        }
    }

    private Benefit held(long benefit) {
        if (!batch.lock(benefit)) {
            throw new UnknownBenefit(benefit);
        }
        return benefit(benefit);
    }

    /** @param but the one that may be called so itself */
    private BenefitNameTaken taken(BenefitTerms terms, Optional<Long> but) {
        boolean inEnglish = benefits().stream()
                .filter(other -> but.filter(own -> own == other.id()).isEmpty())
                .anyMatch(other -> other.terms().nameEn().equalsIgnoreCase(terms.nameEn()));
        return inEnglish
                ? new BenefitNameTaken("nameEn", terms.nameEn())
                : new BenefitNameTaken("nameZh", terms.nameZh());
    }

    private static Map<String, ?> facts(BenefitTerms terms) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("benefit-kind", terms.kind().name());
        facts.put("name", terms.nameEn());
        facts.put("name-zh", terms.nameZh());
        facts.put("description", terms.description());
        facts.put("cost", terms.cost());
        terms.points().ifPresent(points -> {
            facts.put("points", points.number());
            points.days().ifPresent(days -> facts.put("pointsDays", days));
        });
        terms.quota().ifPresent(quota -> facts.put("quota", quota.times() + " " + quota.period()));
        facts.put("claimable-from", terms.activeFrom().toString());
        terms.activeUntil().ifPresent(last -> facts.put("claimable-until", last.toString()));
        return facts;
    }

    private record BenefitAction(String verb, long benefit, Map<String, ?> before, Map<String, ?> after)
            implements Audited {

        @Override
        public String action() {
            return "benefits." + verb;
        }

        @Override
        public String subject() {
            return "benefit " + benefit;
        }
    }
}
