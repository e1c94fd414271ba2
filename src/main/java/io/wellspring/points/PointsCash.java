package io.wellspring.points;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.staff.ForOperatorsAndPointsTokens;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Points as cash: they pay at most a share of an order, at the rate admins set. What they pay is rounded down to the smallest coin. Given back as any
 * other spending, under its key.
 */
@Service
@RequiredArgsConstructor
@ForOperatorsAndPointsTokens
@Transactional
public class PointsCash {

    private static final String SOURCE = "cash";

    private final PointsLedger ledger;
    private final PointsSettings settings;
    private final BusinessClock clock;
    private final WellspringProperties properties;

    /** What a user's points would pay of an order today. */
    @Transactional(readOnly = true)
    public CashQuote quote(UserId user, Money order) {
        Balance balance = ledger.balance(user, clock.today());
        PointsTerms terms = settings.terms();
        Money cap = cap(terms, order);
        long most = Math.min(
                Math.min(balance.available().value(), Points.MOST), pointsFor(terms, cap, RoundingMode.CEILING));
        Money discount = new Money(Math.min(discount(terms, most).minor(), cap.minor()));
        return new CashQuote(
                balance.total(), new Points(pointsFor(terms, discount, RoundingMode.CEILING)), discount, cap);
    }

    /**
     * Pays with points today.
     *
     * @param amount how many; empty for as many as the quote says
     * @throws PointsOutOfRange if they are none, or more than can be taken at once
     * @throws NothingToPay if they pay nothing of it, however many
     * @throws CashRefused if they cannot pay so much, or pay nothing
     * @throws InsufficientPoints if there are fewer, or, where it is left open, too few to pay the smallest coin
     * @throws KeyTaken if the key stands for something else
     */
    public CashPayment pay(UserId asked, Money order, Optional<Points> amount, BusinessKey key) {
        UserId user = ledger.hold(asked);
        amount.ifPresent(Points::positive);
        Cause cause = new Cause(SOURCE, order.in(properties.currency()).toPlainString() + " " + properties.currency());
        PointsTerms terms = settings.terms();
        Optional<PostedEntry> before = ledger.under(key);
        if (before.isPresent()) {
            return again(before.get(), user, amount, cause, key, terms);
        }
        Money cap = cap(terms, order);
        long most = pointsFor(terms, cap, RoundingMode.CEILING);
        long least = pointsFor(terms, new Money(1), RoundingMode.CEILING);
        Points points = amount.orElseGet(() -> quote(user, order).points());
        Money discount = new Money(Math.min(discount(terms, points.value()).minor(), cap.minor()));
        if (points.value() > most || discount.minor() < 1) {
            if (most < least) {
                throw new NothingToPay();
            }
            if (amount.isEmpty()) {
                throw InsufficientPoints.forTheLeast(new Points(least), ledger.balance(user, clock.today()));
            }
            throw new CashRefused(least, most);
        }
        Posting posting = ledger.spend(new Spending(user, points, key, clock.today(), cause));
        return new CashPayment(posting, discount, false);
    }

    private CashPayment again(
            PostedEntry before, UserId user, Optional<Points> amount, Cause cause, BusinessKey key, PointsTerms terms) {
        Points paid = before.posting().amount().negated();
        boolean same = before.posting().kind() == EntryKind.SPEND
                && before.posting().user().equals(user)
                && before.cause().equals(cause)
                && amount.map(paid::equals).orElse(true);
        if (!same) {
            throw new KeyTaken(key);
        }
        return new CashPayment(before.posting(), discount(terms, paid.value()), true);
    }

    private static Money cap(PointsTerms terms, Money order) {
        return new Money(Math.max(0, order.minor()) / 100 * terms.cashPercent()
                + Math.max(0, order.minor()) % 100 * terms.cashPercent() / 100);
    }

    private Money discount(PointsTerms terms, long points) {
        return new Money(BigDecimal.valueOf(points)
                .movePointRight(digits())
                .divide(BigDecimal.valueOf(terms.perUnit()), 0, RoundingMode.DOWN)
                .longValueExact());
    }

    private long pointsFor(PointsTerms terms, Money money, RoundingMode rounding) {
        return BigDecimal.valueOf(money.minor())
                .multiply(BigDecimal.valueOf(terms.perUnit()))
                .movePointLeft(digits())
                .setScale(0, rounding)
                .longValueExact();
    }

    private int digits() {
        Currency currency = properties.currency();
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
