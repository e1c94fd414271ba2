package io.wellspring.staff;

import static io.wellspring.shared.SqlFiles.sql;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Slows down guessing, per account and per address. Every attempt counts as failed until it succeeds, so attempts made at the same
 * moment do not slip through together. Who logs in from an address they have used before is counted apart, so that guessing from
 * elsewhere does not lock them out.
 */
@Repository
@RequiredArgsConstructor
class LoginThrottle {

    static final ThrottleRule PER_ACCOUNT =
            new ThrottleRule(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofDays(1));
    static final ThrottleRule PER_ADDRESS =
            new ThrottleRule(20, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1));

    private final JdbcClient jdbc;

    /** An attempt that was let through and counts as failed until {@link #forgive}. */
    record Attempt(String account, String addressDigest, long addressFailure) {}

    /**
     * Lets an attempt through, or not.
     *
     * @throws TooManyAttempts if it has to wait; it then does not count, or a stubborn guesser would hold the door shut for ever
     */
    Attempt admit(String email, String address, Instant now) {
        String place = Secret.digestOf("address " + network(address));
        String account = isKnown(email, place)
                ? Secret.digestOf("account " + email + " at " + place)
                : Secret.digestOf("account " + email);
        lock(account);
        lock(place);
        Duration wait = longer(waitFor(account, PER_ACCOUNT, now), waitFor(place, PER_ADDRESS, now));
        if (wait.isPositive()) {
            throw new TooManyAttempts(wait);
        }
        purge(now);
        count(account, now);
        return new Attempt(account, place, count(place, now));
    }

    /** The attempt succeeded: nothing counts against the account any more, and the place is known from now on. */
    void forgive(Attempt attempt, long accountId, Instant now) {
        jdbc.sql(sql("staff/delete-failures"))
                .param("id", attempt.addressFailure())
                .param("tried", attempt.account())
                .update();
        jdbc.sql(sql("staff/insert-known-address"))
                .param("account_id", accountId)
                .param("address_digest", attempt.addressDigest())
                .param("now", utc(now))
                .update();
    }

    /**
     * Lets a token be tried, or not. Tokens are counted apart from logins: a script gone astray shuts nobody out of the pages.
     *
     * @throws TooManyAttempts if it has to wait
     */
    void requireNoWait(String address, Instant now) {
        requireNoWaitAt(tokenPlace(address), now);
    }

    /**
     * Counts a wrong token. Of wrong ones shown at the same moment no more count than would one after the other.
     *
     * @throws TooManyAttempts if enough others were shown meanwhile
     */
    void countWrongToken(String address, Instant now) {
        String place = tokenPlace(address);
        lock(place);
        requireNoWaitAt(place, now);
        purge(now);
        count(place, now);
    }

    private void requireNoWaitAt(String place, Instant now) {
        Duration wait = waitFor(place, PER_ADDRESS, now);
        if (wait.isPositive()) {
            throw new TooManyAttempts(wait);
        }
    }

    private static String tokenPlace(String address) {
        return Secret.digestOf("token from address " + network(address));
    }

    private boolean isKnown(String email, String place) {
        return jdbc.sql(sql("staff/select-known-address"))
                .param("email", email)
                .param("address_digest", place)
                .query(Boolean.class)
                .single();
    }

    private void lock(String tried) {
        jdbc.sql(sql("staff/lock-tried"))
                .param("tried", tried)
                .query((row, number) -> tried)
                .single();
    }

    private Duration waitFor(String tried, ThrottleRule rule, Instant now) {
        ThrottleRule.Record record = jdbc.sql(sql("staff/select-failures"))
                .param("tried", tried)
                .param("since", utc(now.minus(rule.memory())))
                .query((row, number) -> new ThrottleRule.Record(
                        row.getInt("failures"),
                        Optional.ofNullable(row.getObject("last_failed_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
        return rule.waitAt(now, record);
    }

    private void purge(Instant now) {
        jdbc.sql(sql("staff/purge-failures"))
                .param("before", utc(now.minus(PER_ACCOUNT.memory())))
                .update();
    }

    private long count(String tried, Instant now) {
        return jdbc.sql(sql("staff/insert-failure"))
                .param("tried", tried)
                .param("now", utc(now))
                .query(Long.class)
                .single();
    }

    /** The whole network of an IPv6 address, of which one person has very many. */
    static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
