package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/** Many at once on few accounts: nobody is overdrawn, nothing is lost, nothing is written twice. */
@WellspringTest
@AsStaff
class BusyAccountsTests {

    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final Cause CAUSE = new Cause("test", "");
    private static final int THREADS = 64;
    private static final int ACCOUNTS = 10;
    private static final int STEPS = 60;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsExpiry expiry;

    @Autowired
    private PointsReading reading;

    @Autowired
    private JdbcClient jdbc;

    /** What one thread did: the sum of what it was told it changed, by account. */
    private record Tally(long[] sums, int entries) {}

    @Test
    void aBalanceOfAHundredIsNotSpentTwelveTimes() throws Exception {
        UserId ann = new Facts(jdbc).user("ann", "2026-01-01");
        ledger.earn(new Earning(ann, new Points(100), new BusinessKey("e"), DAY, DAY, new ExpiryPolicy.Never(), CAUSE));

        List<Boolean> spent = atOnce(IntStream.range(0, 12)
                .<Callable<Boolean>>mapToObj(number -> () -> spend(ann, "s" + number, 30))
                .toList());

        assertThat(spent).filteredOn(done -> done).hasSize(3);
        assertThat(ledger.balance(ann, DAY).total()).isEqualTo(new Points(10));
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void theSameKeyFromAllSidesIsOneEntry() throws Exception {
        UserId ann = new Facts(jdbc).user("ann", "2026-01-01");

        List<Posting> postings = atOnce(IntStream.range(0, THREADS)
                .<Callable<Posting>>mapToObj(number -> () -> ledger.earn(new Earning(
                        ann, new Points(5), new BusinessKey("once"), DAY, DAY, new ExpiryPolicy.Never(), CAUSE)))
                .toList());

        assertThat(postings).allMatch(postings.getFirst()::equals);
        assertThat(ledger.balance(ann, DAY).total()).isEqualTo(new Points(5));
    }

    @Test
    void everythingAtOnceAddsUp() throws Exception {
        Facts facts = new Facts(jdbc);
        List<UserId> users = IntStream.range(0, ACCOUNTS)
                .mapToObj(number -> facts.user("u" + number, "2026-01-01"))
                .toList();

        List<Tally> tallies = atOnce(IntStream.range(0, THREADS)
                .<Callable<Tally>>mapToObj(thread -> () -> work(thread, users))
                .toList());

        assertThat(reading.drift(10)).isEmpty();
        for (int account = 0; account < ACCOUNTS; account++) {
            int at = account;
            long told = tallies.stream().mapToLong(tally -> tally.sums()[at]).sum();
            long expired = sum(
                    "select coalesce(sum(amount), 0) from points.entry where kind = 'EXPIRE' and user_id = :user",
                    users.get(account));
            long written =
                    sum("select coalesce(sum(amount), 0) from points.entry where user_id = :user", users.get(account));
            long left = sum(
                    "select coalesce(sum(remaining), 0) - (select debt from points.account where user_id = :user) from points.lot where user_id = :user",
                    users.get(account));
            assertThat(written).isEqualTo(told + expired).isEqualTo(left);
        }
        assertThat(jdbc.sql("select count(*) from points.entry where kind <> 'EXPIRE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(tallies.stream().mapToLong(Tally::entries).sum());
    }

    private Tally work(int thread, List<UserId> users) {
        Random random = new Random(thread);
        long[] sums = new long[ACCOUNTS];
        List<String> earned = new ArrayList<>();
        List<String> spent = new ArrayList<>();
        int entries = 0;
        for (int step = 0; step < STEPS; step++) {
            int account = random.nextInt(ACCOUNTS);
            String key = thread + "-" + step;
            LocalDate day = DAY.plusDays(random.nextInt(10));
            try {
                Posting posting =
                        switch (random.nextInt(6)) {
                            case 0, 1 -> {
                                earned.add(key);
                                yield ledger.earn(new Earning(
                                        users.get(account),
                                        new Points(1 + random.nextInt(50)),
                                        new BusinessKey(key),
                                        day,
                                        day,
                                        new ExpiryPolicy.AfterDays(random.nextInt(8)),
                                        CAUSE));
                            }
                            case 2, 3 -> {
                                Posting done = ledger.spend(new Spending(
                                        users.get(account),
                                        new Points(1 + random.nextInt(60)),
                                        new BusinessKey(key),
                                        day,
                                        CAUSE));
                                spent.add(key);
                                yield done;
                            }
                            case 4 -> ledger.reverseEarn(reversal(any(earned, random), key, day, random));
                            default -> ledger.reverseSpend(reversal(any(spent, random), key, day, random));
                        };
                sums[users.indexOf(posting.user())] += posting.amount().value();
                entries++;
            } catch (Refusal refusal) {
                assertThat(refusal)
                        .isInstanceOfAny(
                                InsufficientPoints.class,
                                MoreThanIsLeft.class,
                                NothingLeft.class,
                                UnknownPosting.class);
            }
            if (step % 20 == 19) {
                expiry.expire(day);
            }
        }
        return new Tally(sums, entries);
    }

    private boolean spend(UserId user, String key, long amount) {
        try {
            ledger.spend(new Spending(user, new Points(amount), new BusinessKey(key), DAY, CAUSE));
            return true;
        } catch (InsufficientPoints refusal) {
            return false;
        }
    }

    private long sum(String query, UserId user) {
        return jdbc.sql(query).param("user", user.value()).query(Long.class).single();
    }

    private static Reversal reversal(String original, String key, LocalDate day, Random random) {
        return new Reversal(
                new BusinessKey(original),
                random.nextBoolean() ? Optional.empty() : Optional.of(new Points(1 + random.nextInt(20))),
                new BusinessKey(key),
                day,
                CAUSE);
    }

    private static String any(List<String> keys, Random random) {
        return keys.isEmpty() ? "nothing" : keys.get(random.nextInt(keys.size()));
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        try (ExecutorService pool =
                new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(THREADS))) {
            List<T> results = new ArrayList<>();
            for (Future<T> done : pool.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        }
    }
}
