package io.wellspring.membership;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which tiers of a version grant which benefits.
 *
 * @param byTier the number of a tier, through all versions → the numbers of benefits
 */
public record Grants(Map<Integer, Set<Long>> byTier) {

    public static final Grants NONE = new Grants(Map.of());

    public Grants {
        Map<Integer, Set<Long>> copy = new HashMap<>();
        byTier.forEach((tier, benefits) -> copy.put(tier, Set.copyOf(benefits)));
        byTier = Map.copyOf(copy);
    }

    /** What a tier grants. */
    public Set<Long> of(int tier) {
        return Optional.ofNullable(byTier.get(tier)).orElse(Set.of());
    }

    public boolean has(int tier, long benefit) {
        return of(tier).contains(benefit);
    }

    /** Whether any tier grants it. */
    public boolean mention(long benefit) {
        return byTier.values().stream().anyMatch(benefits -> benefits.contains(benefit));
    }

    /** The same for some tiers only. */
    Grants of(List<Tier> tiers) {
        return new Grants(tiers.stream().collect(Collectors.toMap(Tier::number, tier -> of(tier.number()))));
    }

    /** Tier by tier, benefit by benefit. */
    List<Map.Entry<Integer, Long>> pairs() {
        return byTier.entrySet().stream()
                .flatMap(tier -> tier.getValue().stream().map(benefit -> Map.entry(tier.getKey(), benefit)))
                .toList();
    }
}
