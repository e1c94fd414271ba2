package io.wellspring.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A version of the programme.
 *
 * @param effectiveOn the first day it decides; empty for the draft
 * @param copyOf the version it was made from
 */
public record Programme(
        int version,
        Optional<LocalDate> effectiveOn,
        Optional<Integer> copyOf,
        Instant createdAt,
        Optional<Instant> publishedAt,
        Optional<String> publishedBy,
        ProgrammeTerms terms) {

    public boolean isDraft() {
        return effectiveOn.isEmpty();
    }

    public Optional<Tier> tier(long id) {
        return terms.tiers().stream().filter(tier -> tier.id() == id).findFirst();
    }

    public Tier ofRank(int rank) {
        return terms.tiers().get(rank - 1);
    }

    public String tierName(long id, Locale locale) {
        return tier(id).map(tier -> tier.name(locale)).orElse("–");
    }
}
