package io.wellspring.profiles;

import io.wellspring.lifecycle.Stage;
import io.wellspring.rfm.RfmClass;
import io.wellspring.rfm.RfmGroup;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One user without personal data.
 *
 * @param recencyDays days from the last order, ever, to the day the figures are about
 * @param standing scores, class and group in the snapshot users stand by; empty if not scored in it
 * @param stage where the user stands in the lifecycle; empty if not yet with us on the day the figures are about
 */
public record Profile(
        UserId id,
        Optional<LocalDate> registeredOn,
        Optional<String> channel,
        Optional<String> city,
        boolean demo,
        Optional<LocalDate> lastOrderOn,
        long orders,
        long refunds,
        Money net,
        Optional<Integer> recencyDays,
        Optional<Standing> standing,
        Optional<StageSince> stage) {

    public record StageSince(Stage stage, LocalDate since) {}

    public record Standing(int r, int f, int m, RfmClass klass, RfmGroup group) {}
}
