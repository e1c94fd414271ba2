package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of the points held at some time before their last day was still spent. */
@WellspringTest
@AsStaff
class BurnShareTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-30");

    @Autowired
    private PointsSums sums;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsReading reading;

    @Autowired
    private PointsExpiry expiry;

    @Autowired
    private JdbcClient jdbc;

    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-02");
    }

    /**
     * Ann got 100 on 1 January, good through 31 March: she spent 30 on 10 February and 20 on 20 March, of which 5 came back. Bob got 60 on 15 February,
     * good through the same day, and spent nothing. Seen from the 30th: two months before, ann held 100 and spent 45 of it; one month before, on 28
     * February, she held 70 and bob 60, and 15 were spent; on 30 March she held 55 and he 60.
     */
    @Test
    void whatWillLikelyBurnIsToldByLotsThatAreOver() {
        LocalDate last = LocalDate.parse("2026-03-31");
        for (UserId user : List.of(ann, bob)) {
            ledger.earn(new Earning(
                    user,
                    new Points(user.equals(ann) ? 100 : 60),
                    new BusinessKey("e" + user),
                    LocalDate.parse(user.equals(ann) ? "2026-01-01" : "2026-02-15"),
                    LocalDate.parse(user.equals(ann) ? "2026-01-01" : "2026-02-15"),
                    new ExpiryPolicy.OnDay(last),
                    new Cause("test", "")));
        }
        ledger.spend(new Spending(
                ann, new Points(30), new BusinessKey("s1"), LocalDate.parse("2026-02-10"), new Cause("test", "")));
        ledger.spend(new Spending(
                ann, new Points(20), new BusinessKey("s2"), LocalDate.parse("2026-03-20"), new Cause("test", "")));
        ledger.reverseSpend(new Reversal(
                new BusinessKey("s2"),
                Optional.of(new Points(5)),
                new BusinessKey("r2"),
                LocalDate.parse("2026-03-25"),
                new Cause("test", "")));
        expiry.expire(TODAY);
        sums.addUp(TODAY);
        sums.addUp(TODAY);
        assertThat(reading.burnShares())
                .containsExactly(
                        new BurnShare(0, 115, 0, TODAY),
                        new BurnShare(1, 130, 15, TODAY),
                        new BurnShare(2, 100, 45, TODAY));
        sums.addUp(LocalDate.parse("2026-03-31"));
        assertThat(reading.burnShares()).as("not over yet").isEmpty();
    }
}
