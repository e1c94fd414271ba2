package io.wellspring.points.web;

import io.wellspring.membership.Programme;
import io.wellspring.membership.Tier;
import io.wellspring.membership.TierProgram;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The tiers a reward may be kept for, and what they are called. */
@Component
@RequiredArgsConstructor
class TierChoices {

    private final TierProgram program;

    /** Of the newest version that is published, those above the lowest. */
    List<Tier> above() {
        return program.versions().stream()
                .filter(version -> !version.isDraft())
                .findFirst()
                .map(version -> version.terms().tiers().stream()
                        .filter(tier -> !tier.isBase())
                        .toList())
                .orElse(List.of());
    }

    /** By number; of one that is gone, as it was called last. */
    Map<Integer, String> names(Locale locale) {
        List<Programme> versions = program.versions();
        return versions.stream()
                .filter(version -> !version.isDraft())
                .flatMap(version -> version.terms().tiers().stream())
                .collect(Collectors.toMap(Tier::number, tier -> tier.name(locale), (newer, older) -> newer));
    }
}
