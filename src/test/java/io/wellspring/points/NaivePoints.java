package io.wellspring.points;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Points as one would keep them in a head: no database, no locks, one thing after the other. */
class NaivePoints {

    /** What became of something: what it changed the balance and the debt by and what was waived, or the refusal. */
    record Outcome(long amount, long waived, long debtChange, String refusal) {

        static Outcome refused(Class<?> refusal) {
            return new Outcome(0, 0, 0, refusal.getSimpleName());
        }

        static Outcome done(long amount, long waived, long debtChange) {
            return new Outcome(amount, waived, debtChange, "");
        }
    }

    record LotView(long amount, long remaining, LocalDate from, Optional<LocalDate> lastDay) {}

    private static final class Lot {

        private final int number;
        private final long amount;
        private final LocalDate from;
        private final @Nullable LocalDate lastDay;
        private int user;
        private long remaining;
        private long expired;
        private long reversed;
        private long waived;

        Lot(int number, int user, long amount, LocalDate from, @Nullable LocalDate lastDay) {
            this.number = number;
            this.user = user;
            this.amount = amount;
            this.remaining = amount;
            this.from = from;
            this.lastDay = lastDay;
        }

        boolean availableOn(LocalDate day) {
            return !from.isAfter(day) && (lastDay == null || !lastDay.isBefore(day));
        }
    }

    private static final Comparator<Lot> SOONEST = Comparator.<Lot, LocalDate>comparing(
                    lot -> lot.lastDay == null ? LocalDate.MAX : lot.lastDay)
            .thenComparing(lot -> lot.number);

    private final List<Lot> lots = new ArrayList<>();
    private final Map<String, Lot> earnings = new HashMap<>();
    private final Map<String, Map<Lot, Long>> spendings = new HashMap<>();
    private final Map<Integer, Long> debts = new HashMap<>();
    private final Map<Integer, Long> sums = new HashMap<>();
    private final Map<Integer, Integer> mergedInto = new HashMap<>();

    int standsFor(int user) {
        return mergedInto.containsKey(user) ? standsFor(mergedInto.get(user)) : user;
    }

    Outcome earn(String key, int asked, long amount, LocalDate from, @Nullable LocalDate lastDay) {
        int user = standsFor(asked);
        Lot lot = new Lot(lots.size(), user, amount, from, lastDay);
        lots.add(lot);
        earnings.put(key, lot);
        long settled = Math.min(debt(user), amount);
        lot.remaining -= settled;
        owe(user, -settled);
        return post(user, amount, 0, -settled);
    }

    Outcome spend(String key, int asked, long amount, LocalDate day) {
        int user = standsFor(asked);
        if (balance(user, day) < amount) {
            return Outcome.refused(InsufficientPoints.class);
        }
        Map<Lot, Long> drawn = new LinkedHashMap<>();
        long open = amount;
        for (Lot lot :
                of(user).filter(lot -> lot.availableOn(day)).sorted(SOONEST).toList()) {
            long some = Math.min(open, lot.remaining);
            if (some > 0) {
                lot.remaining -= some;
                open -= some;
                drawn.put(lot, some);
            }
        }
        spendings.put(key, drawn);
        return post(user, -amount, 0, 0);
    }

    Outcome reverseEarn(String original, Optional<Long> asked) {
        Lot lot = earnings.get(original);
        if (lot == null) {
            return Outcome.refused(UnknownPosting.class);
        }
        long left = lot.amount - lot.reversed;
        long amount = asked.orElse(left);
        if (left == 0) {
            return Outcome.refused(NothingLeft.class);
        }
        if (amount > left) {
            return Outcome.refused(MoreThanIsLeft.class);
        }
        long taken = Math.min(amount, lot.remaining);
        long waived = Math.min(amount - taken, lot.expired - lot.waived);
        long owed = amount - taken - waived;
        lot.remaining -= taken;
        lot.reversed += amount;
        lot.waived += waived;
        owe(lot.user, owed);
        return post(lot.user, -taken - owed, waived, owed);
    }

    /** Takes what is left of an earning; what was spent stays spent. */
    void takeLeft(String original) {
        Lot lot = earnings.get(original);
        if (lot != null && lot.remaining > 0) {
            post(lot.user, -lot.remaining, 0, 0);
            lot.reversed += lot.remaining;
            lot.remaining = 0;
        }
    }

    Outcome reverseSpend(String original, Optional<Long> asked) {
        Map<Lot, Long> drawn = spendings.get(original);
        if (drawn == null) {
            return Outcome.refused(UnknownPosting.class);
        }
        long left = drawn.values().stream().mapToLong(Long::longValue).sum();
        long amount = asked.orElse(left);
        if (left == 0) {
            return Outcome.refused(NothingLeft.class);
        }
        if (amount > left) {
            return Outcome.refused(MoreThanIsLeft.class);
        }
        Map<Lot, Long> back = new HashMap<>();
        long open = amount;
        for (Lot lot : drawn.keySet().stream().sorted(SOONEST.reversed()).toList()) {
            long some = Math.min(open, drawn.getOrDefault(lot, 0L));
            drawn.merge(lot, -some, Long::sum);
            lot.remaining += some;
            back.put(lot, some);
            open -= some;
        }
        int user = back.keySet().iterator().next().user;
        long settled = Math.min(debt(user), amount);
        long owing = settled;
        for (Lot lot : back.keySet().stream().sorted(SOONEST).toList()) {
            long some = Math.min(owing, back.getOrDefault(lot, 0L));
            lot.remaining -= some;
            owing -= some;
        }
        owe(user, -settled);
        return post(user, amount, 0, -settled);
    }

    Outcome adjust(String key, int user, long amount, LocalDate day, @Nullable LocalDate lastDay) {
        if (amount < 0) {
            return spend("adjustment " + key, user, -amount, day);
        }
        return earn("adjustment " + key, user, amount, day, lastDay);
    }

    void expire(LocalDate asOf) {
        for (Lot lot : lots) {
            if (lot.lastDay != null && lot.lastDay.isBefore(asOf) && lot.remaining > 0) {
                post(lot.user, -lot.remaining, 0, 0);
                lot.expired += lot.remaining;
                lot.remaining = 0;
            }
        }
    }

    void merge(int survivor, int absorbed) {
        mergedInto.put(absorbed, survivor);
        lots.stream().filter(lot -> lot.user == absorbed).forEach(lot -> lot.user = survivor);
        owe(survivor, debt(absorbed));
        sums.merge(survivor, sums.getOrDefault(absorbed, 0L), Long::sum);
    }

    long balance(int user, LocalDate day) {
        return of(user).filter(lot -> lot.availableOn(day))
                        .mapToLong(lot -> lot.remaining)
                        .sum()
                - debt(user);
    }

    long debt(int user) {
        return debts.getOrDefault(user, 0L);
    }

    long sum(int user) {
        return sums.getOrDefault(user, 0L);
    }

    List<LotView> lots(int user) {
        return of(user).filter(lot -> lot.remaining > 0)
                .sorted(SOONEST)
                .map(lot -> new LotView(lot.amount, lot.remaining, lot.from, Optional.ofNullable(lot.lastDay)))
                .toList();
    }

    private Stream<Lot> of(int user) {
        return lots.stream().filter(lot -> lot.user == user);
    }

    private void owe(int user, long more) {
        debts.merge(user, more, Long::sum);
    }

    private Outcome post(int user, long amount, long waived, long debtChange) {
        sums.merge(user, amount, Long::sum);
        return Outcome.done(amount, waived, debtChange);
    }
}
