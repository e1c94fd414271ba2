package io.wellspring.dashboard.web;

import io.wellspring.metrics.PeriodFigures;
import io.wellspring.shared.Money;
import io.wellspring.shared.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the overview.
 *
 * @param name message code below {@code dashboard.kpi}
 * @param change against the period before: relative, or in points for a rate; empty where there is nothing to compare with
 * @param href the users it counts, where a list can show them
 */
record Kpi(
        String name,
        Unit unit,
        @Nullable Number value,
        @Nullable Money money,
        Optional<Double> change,
        @Nullable String href) {

    enum Unit {
        COUNT,
        MONEY,
        RATE
    }

    static List<Kpi> all(PeriodFigures now, Optional<PeriodFigures> then, Period period) {
        return List.of(
                count("users", now.users(), then.map(PeriodFigures::users), "/users?registered-to=" + period.lastDay()),
                count(
                        "new-users",
                        now.newUsers(),
                        then.map(PeriodFigures::newUsers),
                        "/users?registered-from=" + period.from() + "&registered-to=" + period.lastDay()),
                count("orders", now.orders(), then.map(PeriodFigures::orders), null),
                money("net", now.net(), then.map(PeriodFigures::net)),
                money(
                        "aov",
                        now.averageOrderValue(),
                        then.filter(figures -> figures.orders() > 0).map(PeriodFigures::averageOrderValue)),
                new Kpi(
                        "repeat-rate",
                        Unit.RATE,
                        now.repeatRate(),
                        null,
                        then.map(figures -> now.repeatRate() - figures.repeatRate())
                                .filter(points -> !points.isNaN()),
                        null));
    }

    public boolean isUp() {
        return change.filter(value -> value > 0).isPresent();
    }

    public boolean isDown() {
        return change.filter(value -> value < 0).isPresent();
    }

    public Optional<Double> size() {
        return change.map(Math::abs);
    }

    private static Kpi count(String name, long value, Optional<Long> before, @Nullable String href) {
        return new Kpi(name, Unit.COUNT, value, null, before.flatMap(old -> relative(value, old)), href);
    }

    private static Kpi money(String name, Money value, Optional<Money> before) {
        return new Kpi(
                name, Unit.MONEY, null, value, before.flatMap(old -> relative(value.minor(), old.minor())), null);
    }

    private static Optional<Double> relative(long now, long before) {
        return before <= 0 ? Optional.empty() : Optional.of((double) (now - before) / before);
    }
}
