package io.wellspring.points;

import io.wellspring.shared.Money;

/** What a rule gives points for. */
public sealed interface EarningBasis {

    long MOST = 1_000_000;

    /** How many points, each time. */
    long points();

    /**
     * So many points for every full {@code per} of an order.
     *
     * @throws RuleUnfit if those are none
     * @throws AmountUnfit if that is nothing
     */
    record OrderAmount(long points, Money per) implements EarningBasis {

        public OrderAmount {
            RuleUnfit.unlessWithin("points", points, 1, MOST);
            if (per.minor() < 1) {
                throw new AmountUnfit("per");
            }
        }
    }

    /**
     * So many points for every activity of a type.
     *
     * @throws RuleUnfit if that is nothing
     */
    record OneActivity(String type, long points) implements EarningBasis {

        public OneActivity {
            RuleUnfit.unlessWithin("points", points, 1, MOST);
            TextUnfit.unlessWithin("activity", type.strip(), 1, 100);
        }
    }
}
