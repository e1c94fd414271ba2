package io.wellspring.imports;

import io.wellspring.activity.ActivityRow;
import io.wellspring.activity.OrderKind;
import io.wellspring.activity.OrderRow;
import io.wellspring.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import lombok.RequiredArgsConstructor;

/** Turns the cells of one record into an order, a refund or another activity, or says why it cannot. */
@RequiredArgsConstructor
final class FactReader {

    private static final Vocabulary STATUSES = Vocabulary.of("imports/order-statuses.properties");
    private static final BigDecimal MOST_TIMES = new BigDecimal(1_000_000_000);

    private final RowCells cells;
    private final DetailColumns details;
    private final Currency currency;

    /**
     * The order or refund a record speaks of.
     *
     * @throws LineRejected if it cannot be taken as it stands
     */
    OrderRow order(Line row) {
        cells.checkShape(row);
        String orderNo =
                cells.present(cells.identifier(row, ImportField.ORDER_NO), "NO_ORDER_NUMBER", ImportField.ORDER_NO);
        RowCells.Identities who = cells.identities(row, "NO_USER");
        Instant paidAt = cells.present(cells.instant(row, ImportField.PAID_AT), "DATE_MISSING", ImportField.PAID_AT);
        Money amount = amount(row);
        OrderKind kind = amount.minor() < 0 ? OrderKind.REFUND : kind(row);
        return new OrderRow(
                row.number(),
                kind,
                orderNo,
                who.externalId(),
                who.phone(),
                who.email(),
                paidAt,
                new Money(Math.abs(amount.minor())),
                cells.text(row, ImportField.CHANNEL));
    }

    /**
     * The activity a record speaks of.
     *
     * @throws LineRejected if it cannot be taken as it stands
     */
    ActivityRow activity(Line row) {
        cells.checkShape(row);
        String type = cells.present(
                cells.text(row, ImportField.ACTIVITY_TYPE), "NO_ACTIVITY_TYPE", ImportField.ACTIVITY_TYPE);
        RowCells.Identities who = cells.identities(row, "NO_IDENTITY");
        Instant happenedAt =
                cells.present(cells.instant(row, ImportField.HAPPENED_AT), "NO_TIME", ImportField.HAPPENED_AT);
        return new ActivityRow(
                row.number(),
                who.externalId(),
                who.phone(),
                who.email(),
                type,
                happenedAt,
                count(row),
                details.json(column -> cells.cell(row, column)));
    }

    private int count(Line row) {
        String value = cells.text(row, ImportField.COUNT);
        if (value == null) {
            return 1;
        }
        return Numbers.parse(value, cells.format().decimalSign())
                .filter(number -> number.scale() <= 0 && number.signum() > 0 && number.compareTo(MOST_TIMES) <= 0)
                .map(BigDecimal::intValueExact)
                .orElseThrow(() -> cells.rejected("COUNT_INVALID", ImportField.COUNT, RowCells.shortened(value)));
    }

    private Money amount(Line row) {
        String value = cells.present(cells.text(row, ImportField.AMOUNT), "AMOUNT_MISSING", ImportField.AMOUNT);
        return Amounts.parse(value, cells.format().decimalSign(), currency)
                .orElseThrow(() -> cells.rejected("AMOUNT_INVALID", ImportField.AMOUNT, RowCells.shortened(value)));
    }

    private OrderKind kind(Line row) {
        String value = cells.text(row, ImportField.STATUS);
        if (value == null) {
            return OrderKind.ORDER;
        }
        String meaning = STATUSES.meaning(value)
                .orElseThrow(() -> cells.rejected("STATUS_UNKNOWN", ImportField.STATUS, RowCells.shortened(value)));
        if (meaning.equals("UNPAID")) {
            throw cells.rejected("NOT_PAID", ImportField.STATUS, RowCells.shortened(value));
        }
        return OrderKind.valueOf(meaning);
    }
}
