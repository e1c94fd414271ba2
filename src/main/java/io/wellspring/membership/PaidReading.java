package io.wellspring.membership;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.ForOperatorsAndMembershipTokens;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has become of paid memberships. They are sold as people come, so what is asked as of a day is asked as of today. */
@Service
@ForOperators
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class PaidReading {

    /** How long after the last day a renewal still counts as one, where nobody says otherwise. */
    public static final int USUAL_RENEWAL_DAYS = 30;

    /** So many before this one, or after it. */
    private static final int MONTHS = 12;

    private final PaidBatch batch;
    private final PlanStore plans;
    private final TieringBatch tiering;
    private final BusinessClock clock;

    /** By plan. */
    public Map<Long, PlanFigures> figures(LocalDate asOf) {
        Map<Long, PlanFigures> found = batch.figures(asOf);
        return plans.all().stream()
                .collect(Collectors.toMap(Plan::id, plan -> found.getOrDefault(plan.id(), PlanFigures.NONE)));
    }

    /** Memberships by the month of their last day, this month and the next twelve; of one that was renewed already, the later end. */
    public List<EndingMonth> endings(LocalDate asOf) {
        YearMonth first = YearMonth.from(asOf);
        Map<YearMonth, EndingMonth> found = batch
                .endings(asOf, first.plusMonths(MONTHS + 1).atDay(1))
                .stream()
                .collect(Collectors.toMap(EndingMonth::month, Function.identity()));
        return IntStream.rangeClosed(0, MONTHS)
                .mapToObj(first::plusMonths)
                .map(month -> found.getOrDefault(month, new EndingMonth(month, 0, 0, Money.ZERO)))
                .toList();
    }

    /** Whose membership has its last day in a month, from a day on; the soonest first. */
    public Slice<Ending> endings(LocalDate asOf, YearMonth month, int page, int size) {
        LocalDate from = month.atDay(1).isBefore(asOf) ? asOf : month.atDay(1);
        Map.Entry<List<Ending>, Long> found =
                batch.endings(asOf, from, month.plusMonths(1).atDay(1), size, Slice.offset(page, size));
        return new Slice<>(found.getKey(), Math.max(1, page), size, found.getValue());
    }

    /**
     * Of the terms that ended in each of the last twelve months and this one: how many were renewed, which is that the same user has another term
     * that begins at most {@code days} days after the last day of the first and lasts beyond it. Terms that a refund ended are not asked. A month
     * is finished when these days have passed since its last.
     */
    public List<RenewalMonth> renewals(LocalDate asOf, int days) {
        YearMonth first = YearMonth.from(asOf).minusMonths(MONTHS);
        return batch.renewals(asOf, first.atDay(1), days).stream()
                .map(found -> new RenewalMonth(
                        found.month(),
                        found.ended(),
                        found.renewed(),
                        !found.month().atEndOfMonth().plusDays(days).isAfter(asOf)))
                .toList();
    }

    /** What a user paid for, the latest first, with all that is on record. */
    @ForOperatorsAndMembershipTokens
    public List<PaidTerm> terms(UserId user) {
        LocalDate today = clock.today();
        LocalDate latest = tiering.current()
                .map(TieringBatch.Current::asOf)
                .filter(today::isBefore)
                .orElse(today);
        return batch.terms(user, latest);
    }

    /** @throws UnknownPaidTerm if the user has no such term */
    public PaidTerm term(UserId user, long term) {
        return terms(user).stream()
                .filter(one -> one.id() == term)
                .findFirst()
                .orElseThrow(() -> new UnknownPaidTerm(term));
    }
}
