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
     * @throws RuleUnfit if that is nothing
     */
    record OrderAmount(long points, Money per) implements EarningBasis {

        public OrderAmount {
            RuleUnfit.unlessWithin("points", points, 1, MOST);
            if (per.minor() < 1) {
                throw new RuleUnfit("per", 1, MOST);
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
            if (type.isBlank() || type.length() > 100) {
                throw new RuleUnfit("activity", 1, 100);
            }
        }
    }
}
