package io.wellspring.membership.web;

import io.wellspring.membership.Benefit;
import io.wellspring.membership.BenefitCatalogue;
import io.wellspring.membership.BenefitOutlook;
import io.wellspring.membership.BenefitReading;
import io.wellspring.membership.DraftReading;
import io.wellspring.membership.ExpectedCost;
import io.wellspring.membership.Grants;
import io.wellspring.membership.Impact;
import io.wellspring.membership.Programme;
import io.wellspring.membership.ProgrammeTerms;
import io.wellspring.membership.Tier;
import io.wellspring.shared.BusinessClock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the draft of a programme has beside its rules: benefits and their cost, and the scale of growth value. */
@Component
@RequiredArgsConstructor
class DraftParts {

    private final DraftReading drafts;
    private final BenefitCatalogue catalogue;
    private final BenefitReading reading;
    private final DraftComparison comparison;
    private final MessageSource messages;
    private final BusinessClock clock;

    /** What each benefit is called, and those a draft can grant. */
    void addBenefits(Locale locale, Model model) {
        model.addAttribute("benefitNames", benefitNames(locale));
        model.addAttribute(
                "grantable",
                catalogue.benefits().stream()
                        .filter(benefit -> !benefit.retired())
                        .toList());
    }

    /**
     * That somebody else has changed the draft, and where it is not as it was typed.
     *
     * @param typed empty if it cannot be read
     * @param part whether only what the draft would change is shown anew
     */
    void addMeanwhile(Programme draft, Optional<ProgrammeTerms> typed, boolean part, Locale locale, Model model) {
        String why = part ? "tiers.draft.meanwhile.part" : "tiers.draft.meanwhile";
        model.addAttribute("meanwhile", messages.getMessage(why, null, locale));
        model.addAttribute(
                "beside",
                typed.map(terms -> comparison.of(draft.terms(), terms, benefitNames(locale), locale))
                        .orElseGet(List::of));
    }

    /** What the draft would come to while there is nothing to compare with. */
    Optional<Impact> first(Programme draft) {
        return drafts.first(draft);
    }

    void addScale(Programme draft, Locale locale, Model model) {
        model.addAttribute("scale", new ScaleView(drafts.scale(draft), draft, locale));
    }

    /**
     * What benefits cost, tier by tier of the draft, and of the tiers it gives up.
     *
     * @param standing the version by which users stand; empty before the first
     */
    void addCosts(Programme draft, Optional<Programme> standing, Impact impact, List<ImpactLine> lines, Model model) {
        Grants now = standing.map(version -> version.terms().grants()).orElse(Grants.NONE);
        Grants then = draft.terms().grants();
        List<Tier> held = standing.map(version -> version.terms().tiers()).orElse(List.of());
        BenefitOutlook outlook = reading.outlook(clock.today());
        Stream<CostLine> kept = lines.stream()
                .map(line -> new CostLine(
                        line.tier(),
                        outlook.cost(now, same(line.tier(), held).orElse(line.tier()), line.now()),
                        outlook.cost(then, line.tier(), line.first())));
        Stream<CostLine> gone = held.stream()
                .filter(tier -> same(tier, draft.terms().tiers()).isEmpty())
                .map(tier -> new CostLine(tier, outlook.cost(now, tier, impact.now(tier.id())), ExpectedCost.NONE));
        List<CostLine> costs = Stream.concat(kept, gone).toList();
        model.addAttribute("first", standing.isEmpty());
        model.addAttribute("costs", costs);
        model.addAttribute(
                "costTotal",
                new CostLine(
                        draft.ofRank(1),
                        costs.stream().map(CostLine::costsNow).reduce(ExpectedCost.NONE, ExpectedCost::plus),
                        costs.stream().map(CostLine::wouldCost).reduce(ExpectedCost.NONE, ExpectedCost::plus)));
        model.addAttribute("expected", outlook.granted(now, then));
    }

    Map<Long, String> benefitNames(Locale locale) {
        return catalogue.benefits().stream().collect(Collectors.toMap(Benefit::id, benefit -> benefit.name(locale)));
    }

    private static Optional<Tier> same(Tier tier, List<Tier> others) {
        return others.stream().filter(other -> other.number() == tier.number()).findFirst();
    }
}
