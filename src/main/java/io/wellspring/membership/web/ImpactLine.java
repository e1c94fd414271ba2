package io.wellspring.membership.web;

import io.wellspring.membership.Impact;
import io.wellspring.membership.Programme;
import io.wellspring.membership.Tier;
import io.wellspring.shared.Money;
import java.util.List;
import java.util.stream.Stream;

/** One tier of a draft: how many stand in it now, on the first day and at the due dates, and what they spend. */
record ImpactLine(Tier tier, long now, long first, long later, Money netNow, Money netFirst, Money net) {

    /** @param versions in which the tiers that users hold now are to be found */
    static List<ImpactLine> of(Impact impact, Programme draft, List<Programme> versions) {
        return draft.terms().tiers().stream()
                .map(tier -> new ImpactLine(
                        tier,
                        held(tier, versions).mapToLong(impact::now).sum(),
                        impact.first(tier.rank()),
                        impact.later(tier.rank()),
                        held(tier, versions).map(impact::netNow).reduce(Money.ZERO, Money::plus),
                        impact.netFirst(tier.rank()),
                        impact.net()))
                .toList();
    }

    public long change() {
        return first - now;
    }

    /** The numbers the same tier has in all versions. */
    private static Stream<Long> held(Tier tier, List<Programme> versions) {
        return versions.stream()
                .flatMap(version -> version.terms().tiers().stream())
                .filter(other -> other.number() == tier.number())
                .map(Tier::id);
    }
}
