package io.wellspring.membership;

import io.wellspring.shared.Money;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.staff.ForOperators;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose terms are decided in the next months, and what would come of it by what everybody did up to the last evaluation. */
@Service
@ForOperators
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class TierForecast {

    /** How far it looks. */
    public static final int MONTHS = 3;

    private static final BigDecimal LITTLE = BigDecimal.valueOf(500);

    private final TierQueries queries;
    private final TieringBatch batch;
    private final WellspringProperties properties;

    /** The day up to which facts were looked at; empty before the first evaluation that made a forecast. */
    public Optional<LocalDate> asOf() {
        return batch.current().filter(TieringBatch.Current::forecast).map(TieringBatch.Current::asOf);
    }

    /** How much more spending is a little. */
    public Money little() {
        return Money.of(LITTLE, properties.currency());
    }

    /**
     * By month and tier.
     *
     * @param near how much more spending is a little
     */
    public List<DueMonth> months(int months, Money near) {
        return asOf().map(asOf -> queries.forecast(asOf.plusMonths(months), near))
                .orElse(List.of());
    }

    /** Who would drop; first who would keep the tier by the least spending. */
    public Slice<Dropping> dropping(DroppingFilter filter, int page, int size) {
        return asOf().map(asOf -> queries.dropping(filter, asOf, asOf.plusMonths(MONTHS), page, size))
                .orElseGet(() -> new Slice<>(List.of(), 1, size, 0));
    }

    /** Of one user; empty if nothing is decided in the next months, or the tier was given or paid for. */
    public Optional<Outlook> of(UserId user) {
        return asOf().flatMap(asOf -> queries.outlook(user));
    }

    /** Everybody who would drop. */
    public List<UserId> everybody(DroppingFilter filter) {
        return dropping(filter, 1, Integer.MAX_VALUE).rows().stream()
                .map(Dropping::user)
                .toList();
    }
}
