package io.wellspring.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A version of the programme.
 *
 * @param effectiveOn the first day it decides; empty for the draft
 * @param copyOf the version it was made from
 * @param edition what was changed last of it as a draft, and in which form
 */
public record Programme(
        int version,
        Optional<LocalDate> effectiveOn,
        Optional<Integer> copyOf,
        Instant createdAt,
        Optional<Instant> publishedAt,
        Optional<String> publishedBy,
        DraftSeen edition,
        ProgrammeTerms terms) {

    /** The same version with other terms. */
    public Programme saying(ProgrammeTerms others) {
        return new Programme(version, effectiveOn, copyOf, createdAt, publishedAt, publishedBy, edition, others);
    }

    public boolean isDraft() {
        return effectiveOn.isEmpty();
    }

    /** The version because of which this one never decides from its day on: published later, it decides no later. */
    public Optional<Programme> forestalledBy(List<Programme> versions) {
        return effectiveOn.flatMap(day -> versions.stream()
                .filter(other -> other.version > version && other.decidesOn(day))
                .min(Comparator.comparing(Programme::version)));
    }

    /** The published versions that will never decide if another is published that decides from a day on; the newest first. */
    public static List<Programme> forestalledFrom(LocalDate day, List<Programme> versions) {
        return versions.stream()
                .filter(version ->
                        version.effectiveOn.filter(from -> !from.isBefore(day)).isPresent())
                .filter(version -> version.forestalledBy(versions).isEmpty())
                .toList();
    }

    private boolean decidesOn(LocalDate day) {
        return effectiveOn.filter(from -> !from.isAfter(day)).isPresent();
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
