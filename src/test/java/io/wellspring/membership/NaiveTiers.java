package io.wellspring.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One user's way through the tiers as somebody with a pencil would write it down. */
class NaiveTiers {

    /** A fact; an order if it is above nothing, else a refund. */
    record Fact(LocalDate day, long minor) {}

    /** A tier that is paid for from a day until before another. */
    record Paid(long id, LocalDate known, int rank, LocalDate from, LocalDate until) {}

    /** A lapse or a refund of what is paid for. */
    record PaidEnd(long id, LocalDate day) {}

    private final ProgrammeTerms terms;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Paid> paid = new ArrayList<>();
    private final List<PaidEnd> paidEnds = new ArrayList<>();
    private final List<String> causes = new ArrayList<>();
    private final List<LocalDate> starts = new ArrayList<>();
    private final List<Tier> tiers = new ArrayList<>();

    private LocalDate termFrom = LocalDate.MIN;
    private Optional<LocalDate> dueOn = Optional.empty();
    private int backRank = 1;
    private Optional<LocalDate> backDue = Optional.empty();

    NaiveTiers(ProgrammeTerms terms) {
        this.terms = terms;
    }

    void add(Fact fact) {
        facts.add(fact);
    }

    void pay(Paid term) {
        paid.add(term);
    }

    void end(PaidEnd end) {
        paidEnds.add(end);
    }

    List<Paid> paid() {
        return List.copyOf(paid);
    }

    void evaluate(LocalDate asOf) {
        settle(asOf);
        Tier earned = earned(start(terms.reach(), asOf.plusDays(1)), asOf.plusDays(1));
        if (tiers.isEmpty()) {
            begin(asOf, earned, "START", asOf, due(asOf, earned));
        } else if (earned.rank() > tiers.getLast().rank()
                || (isPaid() && earned.rank() == tiers.getLast().rank())) {
            begin(asOf, earned, "UP", asOf, due(asOf, earned));
        }
        settle(asOf);
    }

    /** One thing after the other: what begins to be paid for before the day of decision, else the decision. */
    private void settle(LocalDate asOf) {
        while (!tiers.isEmpty()) {
            if (isPaid()) {
                dueOn = Optional.of(paidUntil(tiers.getLast().rank(), starts.getLast(), asOf));
            }
            Optional<Paid> next = covers(asOf).stream()
                    .filter(term -> term.rank() > tiers.getLast().rank()
                            && term.until().isAfter(starts.getLast())
                            && !later(term).isAfter(asOf)
                            && decideOn()
                                    .filter(day -> !later(term).isBefore(day))
                                    .isEmpty())
                    .min(Comparator.comparing(this::later)
                            .thenComparing(Comparator.comparing(Paid::rank).reversed()));
            if (next.isPresent()) {
                lift(later(next.get()), next.get().rank(), asOf);
            } else if (decideOn().filter(day -> !day.isAfter(asOf)).isPresent()) {
                decide(decideOn().orElseThrow(), asOf);
            } else {
                return;
            }
        }
    }

    private LocalDate later(Paid term) {
        return term.from().isAfter(starts.getLast()) ? term.from() : starts.getLast();
    }

    private void lift(LocalDate day, int rank, LocalDate asOf) {
        if (!isPaid()) {
            backRank = tiers.getLast().rank();
            backDue = dueOn;
        }
        begin(day, ofRank(rank), "PAID", day, Optional.of(paidUntil(rank, day, asOf)));
    }

    /** The terms as a day knows them, each up to where it was ended. */
    private List<Paid> covers(LocalDate asOf) {
        return paid.stream()
                .filter(term -> !term.known().isAfter(asOf))
                .map(term -> paidEnds.stream()
                        .filter(end -> end.id() == term.id() && !end.day().isAfter(asOf))
                        .map(PaidEnd::day)
                        .min(Comparator.naturalOrder())
                        .filter(term.until()::isAfter)
                        .map(day -> new Paid(term.id(), term.known(), term.rank(), term.from(), day))
                        .orElse(term))
                .filter(term -> term.from().isBefore(term.until()))
                .toList();
    }

    private LocalDate paidUntil(int rank, LocalDate day, LocalDate asOf) {
        LocalDate until = day;
        while (paidOn(until, asOf) >= rank) {
            until = until.plusDays(1);
        }
        return until;
    }

    private int paidOn(LocalDate day, LocalDate asOf) {
        return covers(asOf).stream()
                .filter(term -> !term.from().isAfter(day) && term.until().isAfter(day))
                .mapToInt(Paid::rank)
                .max()
                .orElse(0);
    }

    private boolean isPaid() {
        return !causes.isEmpty() && causes.getLast().equals("PAID");
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

    private void decide(LocalDate day, LocalDate asOf) {
        Tier tier = tiers.getLast();
        LocalDate due = dueOn.orElseThrow();
        Tier earned = earned(start(terms.reach(), day), day);
        TierRule rule = tier.keep().isOpen() ? tier.entry() : tier.keep();
        if (isPaid()) {
            boolean back = backRank >= earned.rank()
                    && backDue.filter(until -> !until.isAfter(day)).isEmpty();
            Tier base = back ? ofRank(backRank) : earned;
            settleFor(day, base, "PAID_END", day, back ? backDue : due(day, base), asOf);
        } else if (earned.rank() > tier.rank()) {
            settleFor(day, earned, "UP", day, due(day, earned), asOf);
        } else if (earned.rank() == tier.rank() || meets(rule, start(terms.keep(), due), day)) {
            settleFor(day, tier, "KEPT", due, due(due, tier), asOf);
        } else {
            int rank =
                    switch (tier.atDue()) {
                        case ONE_STEP -> tier.rank() - 1;
                        case EARNED -> earned.rank();
                        case FLOOR -> Math.min(tier.rank() - 1, Math.max(earned.rank(), tier.floorRank()));
                    };
            settleFor(day, ofRank(rank), "DOWN", day, due(day, ofRank(rank)), asOf);
        }
    }

    /** What comes without having paid; who has paid for more holds that meanwhile. */
    private void settleFor(
            LocalDate day, Tier base, String cause, LocalDate from, Optional<LocalDate> due, LocalDate asOf) {
        int rank = paidOn(day, asOf);
        if (rank > base.rank()) {
            backRank = base.rank();
            backDue = due;
            begin(day, ofRank(rank), "PAID", day, Optional.of(paidUntil(rank, day, asOf)));
        } else {
            begin(day, base, cause, from, due);
        }
    }

    private void begin(LocalDate day, Tier tier, String cause, LocalDate from, Optional<LocalDate> due) {
        String shown = cause;
        if (!starts.isEmpty() && starts.getLast().equals(day)) {
            if (cause.equals("UP") && List.of("START", "PAID_END").contains(causes.getLast())) {
                shown = causes.getLast();
            }
            starts.removeLast();
            tiers.removeLast();
            causes.removeLast();
        }
        starts.add(day);
        tiers.add(tier);
        causes.add(shown);
        termFrom = from;
        dueOn = due;
    }

    private static Optional<LocalDate> due(LocalDate from, Tier tier) {
        return tier.validityMonths().map(from::plusMonths);
    }

    private Tier ofRank(int rank) {
        return terms.tiers().get(rank - 1);
    }

    private Optional<LocalDate> decideOn() {
        return dueOn.map(day -> isPaid() ? day : day.plusDays(tiers.getLast().graceDays()));
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
