package io.wellspring.membership;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a version of the programme says.
 *
 * @param reach the days that count for reaching a tier
 * @param keep the days that count for keeping one at its due date
 * @param orderFactor growth value for one unit of the currency
 * @param activities what activity brings beside orders
 * @param tiers the lowest first
 * @param grants which of them grants which benefits
 * @throws ProgrammeUnclear if it contradicts itself
 */
public record ProgrammeTerms(
        CountingWindow reach,
        CountingWindow keep,
        RefundRule refunds,
        BigDecimal orderFactor,
        List<ActivityRule> activities,
        List<Tier> tiers,
        Grants grants) {

    static final int MOST_TIERS = 12;

    public ProgrammeTerms {
        activities = List.copyOf(activities);
        tiers = List.copyOf(tiers);
        requireTiers(tiers);
        grants = grants.of(tiers);
        if (activities.stream().map(ActivityRule::type).distinct().count() < activities.size()) {
            throw new ProgrammeUnclear("activities", "repeated-activity");
        }
    }

    /** Terms by which no tier grants anything. */
    public ProgrammeTerms(
            CountingWindow reach,
            CountingWindow keep,
            RefundRule refunds,
            BigDecimal orderFactor,
            List<ActivityRule> activities,
            List<Tier> tiers) {
        this(reach, keep, refunds, orderFactor, activities, tiers, Grants.NONE);
    }

    /** What a programme usually begins with: five tiers by the growth value of a year, one for each unit spent. */
    public static ProgrammeTerms usual() {
        return new ProgrammeTerms(
                new CountingWindow(WindowKind.ROLLING, 365),
                new CountingWindow(WindowKind.ROLLING, 365),
                RefundRule.AT_DUE,
                BigDecimal.ONE,
                List.of(),
                List.of(
                        usual(1, "Basic", "普通", "#b7dfe2", 0, "1.00"),
                        usual(2, "Silver", "银卡", "#70bfc6", 500, "1.10"),
                        usual(3, "Gold", "金卡", "#2b98a3", 2_000, "1.30"),
                        usual(4, "Platinum", "白金", "#0b6e7b", 6_000, "1.50"),
                        usual(5, "Black", "黑金", "#0f2b33", 20_000, "2.00")));
    }

    /** The same with another tier on top. */
    public ProgrammeTerms withTierOnTop(int number) {
        Tier top = tiers.getLast();
        int named = IntStream.iterate(top.rank() + 1, next -> next + 1)
                .filter(next -> tiers.stream()
                        .noneMatch(tier -> tier.nameEn().equalsIgnoreCase("Tier " + next)
                                || tier.nameZh().equals("等级 " + next)))
                .findFirst()
                .orElseThrow();
        List<Tier> more = new ArrayList<>(tiers);
        more.add(new Tier(
                0,
                number,
                top.rank() + 1,
                "Tier " + named,
                "等级 " + named,
                top.colour(),
                TierRule.growth(top.entry().growth().map(least -> least * 2).orElse(1000L)),
                TierRule.NONE,
                Optional.of(12),
                top.graceDays(),
                AtDue.ONE_STEP,
                1,
                top.multiplier()));
        return with(more);
    }

    /** The same without one tier; those above it move down a rank. The lowest stays. */
    public ProgrammeTerms withoutTier(int number) {
        List<Tier> fewer = tiers.stream()
                .filter(tier -> tier.isBase() || tier.number() != number)
                .toList();
        return with(IntStream.range(0, fewer.size())
                .mapToObj(i -> fewer.get(i).ranked(i + 1))
                .toList());
    }

    /** Tiers nobody can earn, the lowest first. */
    public List<OutdoneTier> outdone() {
        return tiers.stream()
                .filter(tier -> !tier.isBase())
                .flatMap(tier -> tiers.stream()
                        .filter(other ->
                                other.rank() > tier.rank() && tier.entry().implies(other.entry()))
                        .limit(1)
                        .map(other -> new OutdoneTier(tier, other)))
                .toList();
    }

    /** Tiers whose name in a language is that of another too, however it is capitalised. */
    public List<Tier> namedAlike(Locale locale) {
        return tiers.stream()
                .filter(tier -> tiers.stream()
                        .anyMatch(other -> other != tier
                                && other.name(locale)
                                        .strip()
                                        .equalsIgnoreCase(tier.name(locale).strip())))
                .toList();
    }

    /** @throws ProgrammeUnclear if two tiers have the same name in either language */
    void requireNames() {
        if (!namedAlike(Locale.ENGLISH).isEmpty()) {
            throw new ProgrammeUnclear(
                    "t" + namedAlike(Locale.ENGLISH).getLast().number() + "-nameEn", "same-name");
        }
        if (!namedAlike(Locale.CHINESE).isEmpty()) {
            throw new ProgrammeUnclear(
                    "t" + namedAlike(Locale.CHINESE).getLast().number() + "-nameZh", "same-name");
        }
    }

    /** Whether any tier asks for active days, which cost more to count than the rest. */
    public boolean asksForActiveDays() {
        return tiers.stream().anyMatch(tier -> tier.entry().activeDays().isPresent());
    }

    /** Whether trying it asks for active days: what keeps a tier is asked for as well. */
    boolean triesActiveDays() {
        return asksForActiveDays()
                || tiers.stream().anyMatch(tier -> tier.keep().activeDays().isPresent());
    }

    private ProgrammeTerms with(List<Tier> others) {
        return new ProgrammeTerms(reach, keep, refunds, orderFactor, activities, others, grants);
    }

    /** The same with other benefits. */
    public ProgrammeTerms granting(Grants others) {
        return new ProgrammeTerms(reach, keep, refunds, orderFactor, activities, tiers, others);
    }

    private static void requireTiers(List<Tier> tiers) {
        if (tiers.isEmpty() || tiers.size() > MOST_TIERS) {
            throw new ProgrammeUnclear("tiers", "number-of-tiers");
        }
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            if (tier.rank() != i + 1) {
                throw new IllegalArgumentException("Tiers come in the order of their ranks");
            }
            if (tier.isBase() != tier.entry().isOpen()) {
                throw new ProgrammeUnclear("tier" + tier.number(), "no-threshold");
            }
        }
    }

    private static Tier usual(int rank, String en, String zh, String colour, long growth, String multiplier) {
        return new Tier(
                0,
                rank,
                rank,
                en,
                zh,
                colour,
                rank == 1 ? TierRule.NONE : TierRule.growth(growth),
                TierRule.NONE,
                rank == 1 ? Optional.empty() : Optional.of(12),
                rank == 1 ? 0 : 30,
                AtDue.ONE_STEP,
                1,
                new BigDecimal(multiplier));
    }
}
