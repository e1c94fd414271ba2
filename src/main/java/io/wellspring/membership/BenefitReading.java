package io.wellspring.membership;

import io.wellspring.staff.ForOperators;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was claimed of benefits, by whom of those entitled, and what is to be expected. */
@Service
@ForOperators
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class BenefitReading {

    private static final int MONTHS = 12;

    private final BenefitQueries queries;
    private final BenefitBatch batch;
    private final ProgrammeStore programmes;
    private final TierReading tiers;

    /** The first of the twelve months' days that end with a business day. */
    public static LocalDate firstDay(LocalDate day) {
        return day.plusDays(1).minusMonths(MONTHS);
    }

    /** What was claimed of each benefit, in the calendar month and in the twelve months up to a business day. */
    public Map<Long, BenefitFigures> figures(LocalDate day) {
        return queries.figures(day.withDayOfMonth(1), firstDay(day), day).stream()
                .collect(Collectors.toMap(BenefitFigures::benefit, Function.identity()));
    }

    /** The claim rate of each benefit in each tier that grants it, {@link ClaimRate in the twelve months} up to a business day. */
    public List<ClaimRate> rates(LocalDate day) {
        return queries.rates(firstDay(day), day);
    }

    /** What benefits are expected to cost from a business day on, with the users who stood in each tier after the last evaluation. */
    public BenefitOutlook outlook(LocalDate day) {
        Map<Long, BenefitFigures> figures = figures(day);
        List<Programme> versions = programmes.all();
        List<TierCount> counts = tiers.counts();
        return new BenefitOutlook(batch.benefits(Optional.empty()).stream()
                .filter(benefit -> !benefit.retired()
                        && benefit.terms().activeUntil().filter(day::isAfter).isEmpty())
                .map(benefit -> ExpectedClaims.of(
                        benefit,
                        figures.getOrDefault(benefit.id(), BenefitFigures.none(benefit.id())),
                        months(benefit, versions, day),
                        entitled(benefit, counts, versions)))
                .toList());
    }

    private static long entitled(Benefit benefit, List<TierCount> counts, List<Programme> versions) {
        return counts.stream()
                .filter(count -> versions.stream()
                        .anyMatch(version -> version.tier(count.tierId())
                                .filter(tier -> version.terms().grants().has(tier.number(), benefit.id()))
                                .isPresent()))
                .mapToLong(TierCount::users)
                .sum();
    }

    /** In how many of the twelve months up to a day a benefit could be claimed. */
    private static int months(Benefit benefit, List<Programme> versions, LocalDate day) {
        LocalDate end = day.plusDays(1);
        LocalDate granted = versions.stream()
                .filter(version -> version.terms().grants().mention(benefit.id()))
                .flatMap(version -> version.effectiveOn().stream())
                .min(LocalDate::compareTo)
                .orElse(end);
        LocalDate since = Stream.of(firstDay(day), benefit.terms().activeFrom(), granted)
                .max(LocalDate::compareTo)
                .orElse(end);
        long whole = ChronoUnit.MONTHS.between(since, end);
        return (int) Math.clamp(since.plusMonths(whole).isBefore(end) ? whole + 1 : whole, 1, MONTHS);
    }
}
