package io.wellspring.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many of the scored a user is ahead of. */
@WellspringTest
@AsStaff
class RankingUsersTests {

    @Autowired
    private RfmScoring scoring;

    @Autowired
    private RfmReading reading;

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private Buyers buyers;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        buyers = new Buyers(facts);
    }

    @Test
    void ranksAUserAmongTheScored() {
        UserId best = buyers.of("best", 4, 100);
        buyers.of("middle", 2, 100);
        buyers.of("middling", 2, 100);
        UserId least = buyers.of("least", 1, 100);
        long snapshot = scoring.run(Buyers.AS_OF).orElseThrow().id();

        assertThat(reading.rank(snapshot, best)).contains(new UserRank(4, 0, 0.75, 0.75));
        assertThat(reading.rank(snapshot, least)).contains(new UserRank(4, 0, 0, 0));
        assertThat(reading.rank(snapshot, facts.user("nobody", "2026-01-01"))).isEmpty();
    }

    @Test
    void roundsRanksDownToAThousandthForEveryoneAndAgainWhenTakenAgain() {
        List<UserId> everyone = new ArrayList<>();
        for (int n = 0; n < 23; n++) {
            everyone.add(buyers.of("buyer-" + n, 1 + n / 3, 100));
        }
        long snapshot = scoring.run(Buyers.AS_OF).orElseThrow().id();
        assertRanks(snapshot, everyone);

        for (int n = 23; n < 26; n++) {
            everyone.add(buyers.of("buyer-" + n, 1, 100));
        }
        assertThat(scoring.run(Buyers.AS_OF).orElseThrow().id()).isEqualTo(snapshot);
        assertRanks(snapshot, everyone);
    }

    private void assertRanks(long snapshot, List<UserId> everyone) {
        for (UserId buyer : everyone) {
            double behind = jdbc.sql("""
                            select floor(1000.0 * count(*) filter (where other.net < me.net) / count(*)) / 1000
                            from rfm.score me join rfm.score other using (snapshot_id)
                            where me.snapshot_id = :snapshot and me.user_id = :user group by me.user_id""")
                    .param("snapshot", snapshot)
                    .param("user", buyer.value())
                    .query(Double.class)
                    .single();
            assertThat(reading.rank(snapshot, buyer)).get().satisfies(rank -> {
                assertThat(rank.scoredUsers()).isEqualTo(everyone.size());
                assertThat(rank.moreValuableThan()).isEqualTo(behind);
                assertThat(rank.moreFrequentThan()).isEqualTo(behind);
                assertThat(rank.moreRecentThan()).isZero();
            });
        }
    }
}
