package io.wellspring.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.membership.Programme;
import io.wellspring.membership.ProgrammeTerms;
import io.wellspring.membership.Tier;
import io.wellspring.membership.TierProgram;
import io.wellspring.membership.TierReading;
import io.wellspring.membership.TierRule;
import io.wellspring.membership.Tiering;
import io.wellspring.points.EarningBasis;
import io.wellspring.points.EarningLimits;
import io.wellspring.points.EarningRules;
import io.wellspring.points.EarningTerms;
import io.wellspring.points.ExpiryPolicy;
import io.wellspring.points.PointsEarning;
import io.wellspring.points.PointsExpiry;
import io.wellspring.points.PointsReading;
import io.wellspring.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** How fast users get their tiers and their points: all of them at first, and again after a day. */
@Component
@RequiredArgsConstructor
class StandingBenchmark {

    private static final double PREVIEW = 500;
    private static final double EXPIRY = 10;
    private static final double DAY = 1;

    /** Two hundred thousand lots are of the first days. */
    private static final int DAYS_EXPIRING = 22;

    private final TierProgram program;
    private final Tiering tiering;
    private final TierReading tiers;
    private final EarningRules rules;
    private final PointsEarning earning;
    private final PointsExpiry expiry;
    private final PointsReading points;

    /** Once per database: whoever has a tier, and every fact that was looked at, costs nothing any more. */
    void run(
            Reference reference,
            BenchReport report,
            LocalDate asOf,
            long users,
            long dayIntake,
            LongSupplier dayAfter) {
        if (!program.versions().isEmpty()) {
            report.note("Tiers and points were measured when this database was made.");
            return;
        }
        reference.run("prepare-standing");
        tiers(reference, report, asOf, users);
        points(reference, report, asOf, dayIntake, dayAfter);
    }

    private void tiers(Reference reference, BenchReport report, LocalDate asOf, long users) {
        program.startDraft();
        program.publish(asOf);
        report.note("Growth value of all facts: %.1f s.".formatted(seconds(tiering::postGrowth)));
        double byHand = reference.run("classify-tiers");
        double first = seconds(() -> tiering.evaluate(asOf));
        report.add("tiers of all users, the first time", first, "one classification, unlogged", byHand, 3, users, 0);
        double again = seconds(() -> tiering.evaluate(asOf.plusDays(1)));
        report.add("tiers of all users, a day later", again, "one classification, unlogged", byHand, 3, users, 0);
        assertThat(tiering.drift(1)).isZero();
        Programme draft = program.startDraft();
        report.note("What a draft would change, when it is asked for the first time: %.1f s."
                .formatted(seconds(() -> tiers.impact(draft))));
        AtomicLong moved = new AtomicLong();
        report.bound(
                "what a draft would change",
                Timings.of(() -> {
                    program.saveDraft(sliding(draft.terms(), moved.incrementAndGet()));
                    tiers.impact(program.draft().orElseThrow());
                }),
                PREVIEW);
    }

    /** The same terms after a slider was moved: the threshold of the second tier is another. */
    private static ProgrammeTerms sliding(ProgrammeTerms terms, long by) {
        List<Tier> tiers = new ArrayList<>(terms.tiers());
        Tier second = tiers.get(1);
        tiers.set(
                1,
                new Tier(
                        second.id(),
                        second.number(),
                        second.rank(),
                        second.nameEn(),
                        second.nameZh(),
                        second.colour(),
                        TierRule.growth(second.entry().growth().orElseThrow() + by),
                        second.keep(),
                        second.validityMonths(),
                        second.graceDays(),
                        second.atDue(),
                        second.floorRank(),
                        second.multiplier()));
        return new ProgrammeTerms(
                terms.reach(), terms.keep(), terms.refunds(), terms.orderFactor(), terms.activities(), tiers);
    }

    private void points(
            Reference reference, BenchReport report, LocalDate asOf, long dayIntake, LongSupplier dayAfter) {
        double byHand = reference.run("insert-entries");
        double rowsByHand = reference.run("insert-rows");
        reference.run("prepare-standing");
        rules.create(
                "Shopping",
                new EarningTerms(
                        new EarningBasis.OrderAmount(1, new Money(100)),
                        0,
                        100,
                        new EarningLimits(Optional.empty(), Optional.empty(), Optional.empty()),
                        0,
                        new ExpiryPolicy.AfterDays(BenchData.DAYS - 1 - DAYS_EXPIRING),
                        LocalDate.of(2000, 1, 1),
                        Optional.empty()));
        PointsEarning.Earned[] earned = new PointsEarning.Earned[3];
        double all = seconds(() -> earned[0] = earning.earn(asOf));
        report.add("points for all orders", all, "insert … select of as many", byHand, 3, earned[0].facts(), 0);
        report.add("the same", all, "as many rows as they are made of", rowsByHand, 3, earned[0].facts(), 0);
        double day = seconds(() -> earned[1] = earning.earnFrom(dayIntake, asOf.plusDays(1)));
        report.add("points for the first day's orders after", day, "what is allowed", DAY, 1, earned[1].facts(), 0);
        long next = dayAfter.getAsLong();
        reference.run("checkpoint");
        double later = seconds(() -> earned[2] = earning.earnFrom(next, asOf.plusDays(2)));
        report.add(
                "points for the next day's orders, after a checkpoint",
                later,
                "what is allowed",
                DAY,
                1,
                earned[2].facts(),
                0);
        long[] lots = new long[1];
        double expired = seconds(() -> lots[0] = expiry.expire(asOf));
        report.add("nightly expiry of lots", expired, "what is allowed", EXPIRY, 1, lots[0], 0);
        assertThat(points.drift(1)).isEmpty();
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
