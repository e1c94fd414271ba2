package io.wellspring.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.WellspringTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WellspringTest
@Import(StaffFixtures.class)
class GuessingPasswordsTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String EVE = "203.0.113.7";

    @Autowired
    LoginThrottle throttle;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StaffFixtures staff;

    @Autowired
    JdbcClient jdbc;

    long ann;

    @BeforeEach
    void annIsOnTheStaff() {
        ann = staff.active("ann@example.org", Role.OPERATOR);
    }

    @Test
    void fiveGuessesAreFreeAndTheSixthWaits() {
        guess("ann@example.org", EVE, 5, NOON);
        assertThatThrownBy(() -> attempt("ann@example.org", EVE, NOON.plusMillis(29_999)))
                .isInstanceOfSatisfying(
                        TooManyAttempts.class, e -> assertThat(e.seconds()).isEqualTo(1));
        attempt("ann@example.org", EVE, NOON.plusSeconds(30));
        assertThatThrownBy(() -> attempt("ann@example.org", EVE, NOON.plusSeconds(31)))
                .isInstanceOfSatisfying(
                        TooManyAttempts.class, e -> assertThat(e.seconds()).isEqualTo(59));
    }

    @Test
    void strangersAreHeldUpExactlyLikeStaff() {
        guess("nobody@example.org", EVE, 5, NOON);
        assertThatThrownBy(() -> attempt("nobody@example.org", EVE, NOON)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void anAttemptThatWasHeldUpDoesNotCount() {
        guess("ann@example.org", EVE, 5, NOON);
        for (int i = 0; i < 50; i++) {
            Instant soon = NOON.plusMillis(i);
            assertThatThrownBy(() -> attempt("ann@example.org", EVE, soon)).isInstanceOf(TooManyAttempts.class);
        }
        attempt("ann@example.org", EVE, NOON.plusSeconds(30));
    }

    @Test
    void otherAddressesShareTheAccountsCount() {
        guess("ann@example.org", EVE, 3, NOON);
        guess("ann@example.org", "198.51.100.1", 2, NOON);
        assertThatThrownBy(() -> attempt("ann@example.org", "192.0.2.9", NOON)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void guessingDoesNotLockAnnOutWhereSheHasLoggedInBefore() {
        succeed("ann@example.org", "192.0.2.1", NOON.minus(Duration.ofDays(30)));
        guess("ann@example.org", EVE, 5, NOON);
        attempt("ann@example.org", "192.0.2.1", NOON);
    }

    @Test
    void successForgivesTheAccountButNotTheAddress() {
        guess("ann@example.org", EVE, 4, NOON);
        succeed("ann@example.org", EVE, NOON);
        assertThat(failures()).isEqualTo(4);
        guess("ann@example.org", EVE, 5, NOON);
    }

    @Test
    void oneAddressTryingManyAccountsIsHeldUpAfterTwenty() {
        for (int i = 0; i < 20; i++) {
            attempt("someone" + i + "@example.org", EVE, NOON);
        }
        assertThatThrownBy(() -> attempt("bob@example.org", EVE, NOON)).isInstanceOf(TooManyAttempts.class);
        attempt("bob@example.org", "198.51.100.1", NOON);
    }

    @Test
    void theAddressesOfOneIpv6NetworkAreOne() {
        assertThat(LoginThrottle.network("2001:db8:1:2::1")).isEqualTo(LoginThrottle.network("2001:db8:1:2:ffff::2"));
        assertThat(LoginThrottle.network("2001:db8:1:2::1")).isNotEqualTo(LoginThrottle.network("2001:db8:1:3::1"));
    }

    @Test
    void failuresAreForgottenAfterADay() {
        guess("ann@example.org", EVE, 5, NOON);
        attempt("bob@example.org", "198.51.100.1", NOON.plus(Duration.ofDays(1)));
        assertThat(failures()).isEqualTo(12);
        attempt("bob@example.org", "198.51.100.1", NOON.plus(Duration.ofDays(1)).plusMillis(1));
        assertThat(failures()).isEqualTo(4);
    }

    @Test
    void guessesMadeAtTheSameMomentDoNotSlipThroughTogether() {
        AtomicInteger through = new AtomicInteger();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                crowd.submit(() -> {
                    attempt("ann@example.org", EVE, NOON);
                    through.incrementAndGet();
                });
            }
        }
        assertThat(through).hasValue(5);
    }

    private void guess(String email, String address, int times, Instant when) {
        for (int i = 0; i < times; i++) {
            attempt(email, address, when);
        }
    }

    private LoginThrottle.Attempt attempt(String email, String address, Instant when) {
        return transaction.execute(status -> throttle.admit(email, address, when));
    }

    private void succeed(String email, String address, Instant when) {
        LoginThrottle.Attempt attempt = attempt(email, address, when);
        transaction.executeWithoutResult(status -> throttle.forgive(attempt, ann, when));
    }

    private long failures() {
        return jdbc.sql("select count(*) from staff.login_failure")
                .query(Long.class)
                .single();
    }
}
