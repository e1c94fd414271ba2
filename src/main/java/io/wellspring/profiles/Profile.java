package io.wellspring.profiles;

import io.wellspring.lifecycle.Stage;
import io.wellspring.rfm.RfmClass;
import io.wellspring.rfm.RfmGroup;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One user without personal data.
 *
 * @param averageOrder the net amount shared among the orders; empty without any
 * @param rhythm median of the days between orders; empty below two days with orders
 * @param recencyDays days from the last order, ever, to the day the figures are about
 * @param standing scores, class and group in the snapshot users stand by; empty if not scored in it
 * @param stage where the user stands in the lifecycle; empty if not yet with us on the day the figures are about
 * @param membership as of the last evaluation of tiers before the profile was made
 * @param holding as of the moment the profile was made
 */
public record Profile(
        UserId id,
        Optional<LocalDate> registeredOn,
        Optional<String> channel,
        Optional<String> province,
        Optional<String> city,
        boolean demo,
        boolean hasPhone,
        boolean hasEmail,
        Optional<Boolean> smsConsent,
        Optional<Boolean> emailConsent,
        Optional<LocalDate> firstOrderOn,
        Optional<LocalDate> lastOrderOn,
        long orders,
        long refunds,
        Money net,
        Optional<Money> averageOrder,
        Optional<BigDecimal> rhythm,
        Window window,
        Optional<Integer> recencyDays,
        Optional<Standing> standing,
        Optional<StageSince> stage,
        Membership membership,
        Holding holding) {

    /** The same figures in the window of the RFM model. */
    public record Window(long orders, Money net) {}

    public record StageSince(Stage stage, LocalDate since) {}

    /**
     * @param tier which tier, through all versions of the programme; empty before the first evaluation
     * @param dueOn when the tier is decided again; empty where it is for good
     */
    public record Membership(Optional<Integer> tier, Optional<LocalDate> dueOn, long growthValue) {}

    /**
     * @param points what can be spent, less what is owed
     * @param expiring what of it expires within thirty days
     * @param redeemedOn the last business day on which points were spent
     */
    public record Holding(long points, long expiring, Optional<LocalDate> redeemedOn) {}

    public record Standing(int r, int f, int m, RfmClass klass, RfmGroup group) {}
}
