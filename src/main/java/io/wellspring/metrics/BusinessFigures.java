package io.wellspring.metrics;

import io.wellspring.shared.Period;
import io.wellspring.shared.UserId;
import io.wellspring.staff.ForOperators;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what {@link MetricsRefresh} keeps. Everything is as of {@link MetricsRefresh#current()}; before the first refresh it is empty. */
@Service
@ForOperators
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class BusinessFigures {

    private final MetricsQueries queries;

    public Optional<CurrentFigures> current() {
        return queries.current();
    }

    /** Between which days there is something to look at. */
    public FactBounds bounds() {
        return queries.bounds();
    }

    /**
     * The figures of a period; days after the as-of day count for nothing. Preset periods are read as the refresh left them, others
     * are computed from the facts by the same statement.
     */
    public Optional<PeriodFigures> period(Period period) {
        return queries.current()
                .map(current ->
                        queries.keptPeriod(period).orElseGet(() -> queries.computePeriod(period, current.asOf())));
    }

    /** The figures of every calendar month the period touches, in order, counting only days of the period. */
    public List<MonthFigures> months(Period period) {
        Map<YearMonth, MonthFigures> known =
                queries.months(period).stream().collect(Collectors.toMap(MonthFigures::month, Function.identity()));
        YearMonth last = YearMonth.from(period.lastDay());
        return Stream.iterate(
                        YearMonth.from(period.from()), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> known.getOrDefault(month, MonthFigures.nothingIn(month)))
                .toList();
    }

    /** One user's figures; empty if no refresh has seen the user. */
    public Optional<UserFigures> userFigures(UserId user) {
        return queries.userFigures(user);
    }
}
