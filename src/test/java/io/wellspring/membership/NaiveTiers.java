package io.wellspring.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One user's way through the tiers as somebody with a pencil would write it down. */
class NaiveTiers {

    /** A fact; an order if it is above nothing, else a refund. */
    record Fact(LocalDate day, long minor) {}

    private final ProgrammeTerms terms;
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> causes = new ArrayList<>();
    private final List<LocalDate> starts = new ArrayList<>();
    private final List<Tier> tiers = new ArrayList<>();

    private LocalDate termFrom = LocalDate.MIN;
    private Optional<LocalDate> dueOn = Optional.empty();

    NaiveTiers(ProgrammeTerms terms) {
        this.terms = terms;
    }

    void add(Fact fact) {
        facts.add(fact);
    }

    void evaluate(LocalDate asOf) {
        while (decideOn().filter(day -> !day.isAfter(asOf)).isPresent()) {
            decide(decideOn().orElseThrow());
        }
        Tier earned = earned(start(terms.reach(), asOf.plusDays(1)), asOf.plusDays(1));
        if (tiers.isEmpty()) {
            begin(asOf, earned, "START", asOf);
        } else if (earned.rank() > tiers.getLast().rank()) {
            boolean sameDay = starts.getLast().equals(asOf);
            String cause = sameDay && causes.getLast().equals("START") ? "START" : "UP";
            begin(asOf, earned, cause, asOf);
        }
    }

    List<String> history() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            lines.add(starts.get(i) + " " + tiers.get(i).rank() + " " + causes.get(i));
        }
        return lines;
    }

    Optional<LocalDate> due() {
        return dueOn;
    }

    long growth(LocalDate asOf) {
        return growth(start(terms.reach(), asOf.plusDays(1)), asOf.plusDays(1));
    }

    private void decide(LocalDate day) {
        Tier tier = tiers.getLast();
        LocalDate due = dueOn.orElseThrow();
        Tier earned = earned(start(terms.reach(), day), day);
        TierRule rule = tier.keep().isOpen() ? tier.entry() : tier.keep();
        if (earned.rank() > tier.rank()) {
            begin(day, earned, "UP", day);
        } else if (earned.rank() == tier.rank() || meets(rule, start(terms.keep(), due), day)) {
            begin(day, tier, "KEPT", due);
        } else {
            int rank =
                    switch (tier.atDue()) {
                        case ONE_STEP -> tier.rank() - 1;
                        case EARNED -> earned.rank();
                        case FLOOR -> Math.min(tier.rank() - 1, Math.max(earned.rank(), tier.floorRank()));
                    };
            begin(day, terms.tiers().get(rank - 1), "DOWN", day);
        }
    }

    private void begin(LocalDate day, Tier tier, String cause, LocalDate from) {
        if (!starts.isEmpty() && starts.getLast().equals(day)) {
            starts.removeLast();
            tiers.removeLast();
            causes.removeLast();
        }
        starts.add(day);
        tiers.add(tier);
        causes.add(cause);
        termFrom = from;
        dueOn = tier.validityMonths().map(termFrom::plusMonths);
    }

    private Optional<LocalDate> decideOn() {
        return dueOn.map(day -> day.plusDays(tiers.getLast().graceDays()));
    }

    private Tier earned(LocalDate from, LocalDate until) {
        return terms.tiers().stream()
                .filter(tier -> meets(tier.entry(), from, until))
                .reduce((lower, higher) -> higher)
                .orElseThrow();
    }

    private boolean meets(TierRule rule, LocalDate from, LocalDate until) {
        if (rule.isOpen()) {
            return true;
        }
        List<Boolean> answers = new ArrayList<>();
        rule.growth().ifPresent(least -> answers.add(growth(from, until) >= least));
        rule.spend()
                .ifPresent(least ->
                        answers.add(in(from, until).mapToLong(Fact::minor).sum() >= least.minor()));
        rule.orders()
                .ifPresent(least -> answers.add(
                        in(from, until).filter(fact -> fact.minor() > 0).count() >= least));
        rule.activeDays()
                .ifPresent(least -> answers.add(in(from, until)
                                .filter(fact -> fact.minor() > 0)
                                .map(Fact::day)
                                .distinct()
                                .count()
                        >= least));
        return rule.join() == Join.ALL
                ? answers.stream().allMatch(Predicate.isEqual(true))
                : answers.stream().anyMatch(Predicate.isEqual(true));
    }

    private long growth(LocalDate from, LocalDate until) {
        return in(from, until).mapToLong(fact -> fact.minor() / 100).sum();
    }

    private Stream<Fact> in(LocalDate from, LocalDate until) {
        return facts.stream()
                .filter(fact -> !fact.day().isBefore(from) && fact.day().isBefore(until));
    }

    private LocalDate start(CountingWindow window, LocalDate until) {
        return switch (window.kind()) {
            case ROLLING -> until.minusDays(window.days());
            case CALENDAR_YEAR -> until.minusDays(1).withDayOfYear(1);
            case SINCE_TIER -> tiers.isEmpty() ? LocalDate.MIN : termFrom;
        };
    }
}
