package io.wellspring.membership.web;

import io.wellspring.membership.Benefit;
import io.wellspring.membership.BenefitFigures;
import io.wellspring.membership.ClaimRate;
import io.wellspring.membership.Programme;
import io.wellspring.membership.Tier;
import io.wellspring.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Benefits and what became of them, laid out for their page.
 *
 * @param programme the version by which users stand; empty before any was published
 * @param from the first of the twelve months' days
 */
record BenefitsView(
        List<Benefit> benefits,
        Map<Long, BenefitFigures> figures,
        List<ClaimRate> rates,
        Optional<Programme> programme,
        LocalDate from,
        LocalDate today) {

    public BenefitFigures figures(Benefit benefit) {
        return figures.getOrDefault(
                benefit.id(), new BenefitFigures(benefit.id(), 0, Money.ZERO, 0, Money.ZERO, false));
    }

    public List<Tier> tiers() {
        return programme.map(version -> version.terms().tiers()).orElse(List.of());
    }

    public List<Tier> granting(Benefit benefit) {
        return programme
                .map(version -> version.terms().tiers().stream()
                        .filter(tier -> version.terms().grants().has(tier.number(), benefit.id()))
                        .toList())
                .orElse(List.of());
    }

    /** Those that have a claim rate. */
    public List<Benefit> rated() {
        return benefits.stream()
                .filter(benefit -> rates.stream().anyMatch(rate -> rate.benefit() == benefit.id()))
                .toList();
    }

    public Optional<ClaimRate> rate(Benefit benefit, Tier tier) {
        return rates.stream()
                .filter(rate -> rate.benefit() == benefit.id() && rate.tier() == tier.number())
                .findFirst();
    }

    public long monthClaims() {
        return figures.values().stream().mapToLong(BenefitFigures::monthClaims).sum();
    }

    public long claims() {
        return figures.values().stream().mapToLong(BenefitFigures::claims).sum();
    }

    public Money monthCost() {
        return figures.values().stream().map(BenefitFigures::monthCost).reduce(Money.ZERO, Money::plus);
    }

    public Money cost() {
        return figures.values().stream().map(BenefitFigures::cost).reduce(Money.ZERO, Money::plus);
    }
}
