package io.wellspring.membership;

import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of a version, tried on everybody: up at once on its first day, down only at the due dates, where a tier given by hand gives way to
 * what it took the place of or to what is earned, and who has paid for a tier goes on paying. The same as {@code decide-moves.sql}, {@code decide-due.sql} and {@code decide-programme.sql} decide when the version is published.
 */
final class DraftTrial {

    private static final int RANKS = ProgrammeTerms.MOST_TIERS + 1;

    private final ProgrammeTerms terms;
    private final Thresholds[] entry;
    private final Thresholds[] keep;
    private final Map<Long, Integer> heirs = new HashMap<>();
    private final Set<Long> gone = new HashSet<>();
    private final Map<Integer, Integer> paidRanks = new HashMap<>();

    /** @param versions all there are: users may stand in tiers, and have paid for tiers, of any of them */
    DraftTrial(Programme draft, List<Programme> versions) {
        terms = draft.terms();
        entry = terms.tiers().stream().map(tier -> Thresholds.of(tier.entry())).toArray(Thresholds[]::new);
        keep = terms.tiers().stream()
                .map(tier -> Thresholds.of(tier.keep().isOpen() ? tier.entry() : tier.keep()))
                .toArray(Thresholds[]::new);
        versions.stream()
                .sorted(nearest(draft.version()).reversed())
                .filter(version -> version.version() != draft.version())
                .forEach(this::inherit);
        inherit(draft);
    }

    /** Takes what would become of one user: the tier held now, as a place; its rank in the version; the ranks then, and the place among figures. */
    private interface Taker {
        void take(long user, int tier, int heir, int first, int later, int at);
    }

    /** What would move, of all who have both a standing and figures. */
    List<Impact.Move> impact(StandingColumns standing, FigureColumns figures) {
        Counts counts = new Counts(standing.tierIds());
        walk(
                standing,
                figures,
                (user, tier, heir, first, later, at) -> counts.add(tier, first, later, figures.spend()[at]));
        return counts.moves();
    }

    /** Who would lose a tier: those who would not keep, and those whose tier is gone and who rise to no other. */
    List<Faller> fallers(StandingColumns standing, FigureColumns figures) {
        List<Faller> fallers = new ArrayList<>();
        walk(standing, figures, (user, tier, heir, first, later, at) -> {
            long held = standing.tierIds()[tier];
            if (later < first || gone.contains(held) && first <= heir) {
                fallers.add(new Faller(new UserId(user), held, first, later, figures.growth()[at]));
            }
        });
        return fallers;
    }

    /** Who would move up on its first day. */
    List<Mover> movers(StandingColumns standing, FigureColumns figures) {
        List<Mover> movers = new ArrayList<>();
        walk(standing, figures, (user, tier, heir, first, later, at) -> {
            if (first > heir) {
                movers.add(new Mover(new UserId(user), standing.tierIds()[tier], first, figures.growth()[at]));
            }
        });
        return movers;
    }

    private void walk(StandingColumns standing, FigureColumns figures, Taker taker) {
        int[] heirRanks = new int[standing.tierIds().length];
        for (int tier = 0; tier < heirRanks.length; tier++) {
            heirRanks[tier] = heirs.getOrDefault(standing.tierIds()[tier], 0);
        }
        int payer = 0;
        int gift = 0;
        int at = 0;
        for (int place = 0; place < standing.users().length; place++) {
            long user = standing.users()[place];
            while (at < figures.users().length && figures.users()[at] < user) {
                at++;
            }
            int paid = 0;
            for (; payer < standing.payers().length && standing.payers()[payer] <= user; payer++) {
                if (standing.payers()[payer] == user) {
                    paid = Math.max(paid, paidRanks.getOrDefault(standing.paidNumbers()[payer], 0));
                }
            }
            while (gift < standing.given().length && standing.given()[gift] < user) {
                gift++;
            }
            boolean given = gift < standing.given().length && standing.given()[gift] == user;
            int tier = standing.tiers()[place];
            if (heirRanks[tier] > 0 && at < figures.users().length && figures.users()[at] == user) {
                int earned = earned(figures, at);
                int first = Math.max(earned, Math.max(heirRanks[tier], paid));
                int later = given
                        ? Math.max(earned, heirs.getOrDefault(standing.backTierIds()[gift], 0))
                        : later(first, earned, figures, at);
                taker.take(user, tier, heirRanks[tier], first, Math.max(paid, later), at);
            }
        }
    }

    /** Where it would put all who have figures, while nobody holds a tier: nothing to drop from later. */
    List<Impact.Move> first(FigureColumns figures) {
        Counts counts = new Counts(new long[] {0});
        for (int place = 0; place < figures.users().length; place++) {
            int rank = earned(figures, place);
            counts.add(0, rank, rank, figures.spend()[place]);
        }
        return counts.moves();
    }

    private int earned(FigureColumns figures, int at) {
        int rank = entry.length;
        while (rank > 1 && !entry[rank - 1].metBy(figures, at)) {
            rank--;
        }
        return rank;
    }

    private int later(int rank, int earned, FigureColumns figures, int at) {
        if (rank == 1 || earned >= rank || keep[rank - 1].metBy(figures, at)) {
            return rank;
        }
        Tier tier = terms.tiers().get(rank - 1);
        return switch (tier.atDue()) {
            case ONE_STEP -> rank - 1;
            case EARNED -> earned;
            case FLOOR -> Math.min(rank - 1, Math.max(earned, tier.floorRank()));
        };
    }

    /** A tier is followed by the same one, else by the highest below it that is still there. What comes later outdoes what came before. */
    private void inherit(Programme version) {
        Map<Integer, Integer> ranks = new HashMap<>();
        terms.tiers().forEach(tier -> ranks.put(tier.number(), tier.rank()));
        int below = 0;
        for (Tier tier : version.terms().tiers()) {
            below = Optional.ofNullable(ranks.get(tier.number())).orElse(below);
            if (!ranks.containsKey(tier.number())) {
                gone.add(tier.id());
            }
            if (below > 0) {
                heirs.put(tier.id(), below);
                paidRanks.put(tier.number(), below);
            }
        }
    }

    /** What was paid for is looked up in the version itself, then in those before it from the newest on, then in those after it. */
    private static Comparator<Programme> nearest(int draft) {
        return Comparator.<Programme, Boolean>comparing(version -> version.version() > draft)
                .thenComparing(Comparator.comparing(Programme::version).reversed());
    }

    /** Users and their net amount, by the tier they stand in and where they would. */
    private static final class Counts {

        private final long[] tierIds;
        private final long[] users;
        private final long[] net;

        Counts(long[] tierIds) {
            this.tierIds = tierIds;
            users = new long[tierIds.length * RANKS * RANKS];
            net = new long[users.length];
        }

        void add(int tier, int first, int later, long spend) {
            int cell = (tier * RANKS + first) * RANKS + later;
            users[cell]++;
            net[cell] = Math.addExact(net[cell], spend);
        }

        List<Impact.Move> moves() {
            List<Impact.Move> moves = new ArrayList<>();
            for (int cell = 0; cell < users.length; cell++) {
                if (users[cell] > 0) {
                    moves.add(new Impact.Move(
                            tierIds[cell / RANKS / RANKS],
                            cell / RANKS % RANKS,
                            cell % RANKS,
                            users[cell],
                            new Money(net[cell])));
                }
            }
            return moves;
        }
    }
}
