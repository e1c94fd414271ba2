package io.wellspring.membership;

import io.wellspring.membership.ExpectedClaims.InTier;
import io.wellspring.membership.ExpectedClaims.Seen;
import io.wellspring.staff.ForOperators;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
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
        Granting granting =
                new Granting(programmes.all(), tiers.counts(), queries.claimsInTiers(firstDay(day), day), day);
        return new BenefitOutlook(batch.benefits(Optional.empty()).stream()
                .filter(benefit -> !benefit.retired()
                        && benefit.terms().activeUntil().filter(day::isAfter).isEmpty())
                .map(benefit -> granting.expected(
                        benefit, figures.getOrDefault(benefit.id(), BenefitFigures.none(benefit.id()))))
                .toList());
    }

    /** How many users hold a tier that grants something. */
    private record Entitled(Tier tier, long users) {

        Entitled plus(Entitled more) {
            return new Entitled(tier, users + more.users);
        }
    }

    /** Who is granted what, since when, and what came of it in the twelve months up to a day. */
    private record Granting(
            List<Programme> versions, List<TierCount> counts, List<BenefitQueries.ClaimsInTier> claims, LocalDate day) {

        ExpectedClaims expected(Benefit benefit, BenefitFigures figures) {
            List<Entitled> entitled = entitled(benefit);
            return ExpectedClaims.of(
                    benefit,
                    figures.ever(),
                    new Seen(
                            figures.claims(),
                            months(benefit, grants -> grants.mention(benefit.id())),
                            entitled.stream().mapToLong(Entitled::users).sum()),
                    entitled.stream().map(one -> inTier(benefit, one)).toList());
        }

        private InTier inTier(Benefit benefit, Entitled entitled) {
            Tier tier = entitled.tier();
            long claimed = claims.stream()
                    .filter(one -> one.benefit() == benefit.id() && one.tier() == tier.number())
                    .mapToLong(BenefitQueries.ClaimsInTier::claims)
                    .sum();
            int months = months(benefit, grants -> grants.has(tier.number(), benefit.id()));
            return new InTier(tier, new Seen(claimed, months, entitled.users()));
        }

        /** Who holds which tier whose version grants a benefit, the lowest first. */
        private List<Entitled> entitled(Benefit benefit) {
            Map<Integer, Entitled> byNumber = new HashMap<>();
            for (TierCount count : counts) {
                versions.stream()
                        .flatMap(version -> version.tier(count.tierId()).stream()
                                .filter(tier -> version.terms().grants().has(tier.number(), benefit.id())))
                        .findFirst()
                        .ifPresent(tier ->
                                byNumber.merge(tier.number(), new Entitled(tier, count.users()), Entitled::plus));
            }
            return byNumber.values().stream()
                    .filter(one -> one.users() > 0)
                    .sorted(Comparator.comparing(one -> one.tier().rank()))
                    .toList();
        }

        /** In how many of the twelve months up to the day a benefit could be claimed where a version granted it. */
        private int months(Benefit benefit, Predicate<Grants> granted) {
            LocalDate end = day.plusDays(1);
            LocalDate first = versions.stream()
                    .filter(version -> granted.test(version.terms().grants()))
                    .flatMap(version -> version.effectiveOn().stream())
                    .min(LocalDate::compareTo)
                    .orElse(end);
            LocalDate since = Stream.of(firstDay(day), benefit.terms().activeFrom(), first)
                    .max(LocalDate::compareTo)
                    .orElse(end);
            long whole = ChronoUnit.MONTHS.between(since, end);
            return (int) Math.clamp(since.plusMonths(whole).isBefore(end) ? whole + 1 : whole, 1, MONTHS);
        }
    }
}
