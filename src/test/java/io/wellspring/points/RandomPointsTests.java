package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.TestDatabase;
import io.wellspring.WellspringApplication;
import io.wellspring.points.NaivePoints.LotView;
import io.wellspring.points.NaivePoints.Outcome;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.staff.web.AnnAsAdmin;
import io.wellspring.users.UserMerging;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Whatever is earned, spent, expired, reversed in full and in part, adjusted, granted to many and taken back, merged and sent twice, in any order and on any days: the
 * ledger says what somebody with a pencil would, and adds up after every step.
 */
class RandomPointsTests {

    private static final LocalDate FIRST = LocalDate.parse("2028-02-20");
    private static final int DAYS = 20;
    private static final int USERS = 3;

    private static @Nullable ConfigurableApplicationContext application;
    private static int tries;

    /** One thing that happens, on one day. {@code which} chooses among what happened before. */
    record Step(Doing doing, int day, int user, int which, long amount, boolean whole, int delay, int expiry) {}

    enum Doing {
        EARN,
        SPEND,
        REVERSE_EARN,
        REVERSE_SPEND,
        ADJUST_UP,
        ADJUST_DOWN,
        EXPIRE,
        GRANT,
        TAKE_BACK_GRANT,
        MERGE,
        REPEAT
    }

    /** What can be sent again, and what it answered. */
    private record Sent(Supplier<Posting> again, Posting answer) {}

    private NaivePoints pencil = new NaivePoints();
    private final List<UserId> users = new ArrayList<>();
    private final List<String> earnings = new ArrayList<>();
    private final List<String> spendings = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Long> grants = new ArrayList<>();

    @BeforeContainer
    static void start() {
        JdbcConnectionDetails database = TestDatabase.fresh();
        application = new SpringApplicationBuilder(WellspringApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.jmx.enabled=false",
                        "--db-scheduler.enabled=false",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword());
    }

    @AfterContainer
    static void stop() {
        if (application != null) {
            application.close();
        }
    }

    @AfterTry
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Property(tries = 250, shrinking = ShrinkingMode.BOUNDED)
    void saysWhatAPencilWould(@ForAll("steps") List<Step> steps) {
        pencil = new NaivePoints();
        List.of(users, earnings, spendings, sent, grants).forEach(List::clear);
        AnnAsAdmin.logIn();
        PointsSettings settings = bean(PointsSettings.class);
        settings.change(settings.kept().edition(), new PointsTerms(Points.MOST, 100, 0, Points.MOST));
        Facts facts = new Facts(bean(JdbcClient.class));
        int number = ++tries;
        IntStream.range(0, USERS).forEach(user -> users.add(facts.user("u" + number + "-" + user, "2026-01-01")));
        for (int at = 0; at < steps.size(); at++) {
            Step step = steps.get(at);
            doIt("try" + number + "-" + at, step);
            compare(step, at);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(8, Doing.EARN),
                                Tuple.of(8, Doing.SPEND),
                                Tuple.of(3, Doing.REVERSE_EARN),
                                Tuple.of(5, Doing.REVERSE_SPEND),
                                Tuple.of(2, Doing.ADJUST_UP),
                                Tuple.of(2, Doing.ADJUST_DOWN),
                                Tuple.of(3, Doing.EXPIRE),
                                Tuple.of(3, Doing.GRANT),
                                Tuple.of(2, Doing.TAKE_BACK_GRANT),
                                Tuple.of(1, Doing.MERGE),
                                Tuple.of(2, Doing.REPEAT)),
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(2, 1), Tuple.of(1, 2)),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.longs().between(1, 60).withDistribution(RandomDistribution.uniform()),
                        Arbitraries.frequency(Tuple.of(1, true), Tuple.of(3, false)),
                        Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(1, 1), Tuple.of(1, 5)),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    /** A part of something: small, so that several fit into it. */
    private static Optional<Long> part(Step step) {
        return step.whole() ? Optional.empty() : Optional.of(1 + step.amount() / 3);
    }

    private void doIt(String key, Step step) {
        LocalDate day = FIRST.plusDays(step.day());
        switch (step.doing()) {
            case EARN -> earn(key, step, day);
            case SPEND -> spend(key, step, day);
            case REVERSE_EARN -> {
                String original = any(earnings, step);
                Optional<Long> amount = part(step);
                same(
                        () -> ledger().reverseEarn(reversal(original, amount, key, day)),
                        pencil.reverseEarn(original, amount));
            }
            case REVERSE_SPEND -> {
                String original = any(spendings, step);
                Optional<Long> amount = part(step);
                same(
                        () -> ledger().reverseSpend(reversal(original, amount, key, day)),
                        pencil.reverseSpend(original, amount));
            }
            case ADJUST_UP -> adjust(key, step, day, step.amount());
            case ADJUST_DOWN -> adjust(key, step, day, -step.amount());
            case EXPIRE -> {
                bean(PointsExpiry.class).expire(day);
                pencil.expire(day);
            }
            case GRANT -> grant(step);
            case TAKE_BACK_GRANT -> takeBackGrant(step);
            case MERGE -> merge(step);
            case REPEAT -> {
                if (!sent.isEmpty()) {
                    Sent one = sent.get(step.which() % sent.size());
                    Posting again = one.again().get();
                    assertThat(again)
                            .usingRecursiveComparison()
                            .ignoringFields("user")
                            .isEqualTo(one.answer());
                }
            }
        }
    }

    private void earn(String key, Step step, LocalDate day) {
        LocalDate from = day.plusDays(step.delay());
        ExpiryPolicy expiry = expiry(step);
        earnings.add(key);
        same(
                () -> ledger().earn(new Earning(
                        user(step), new Points(step.amount()), new BusinessKey(key), day, from, expiry, cause())),
                pencil.earn(
                        key,
                        step.user(),
                        step.amount(),
                        from,
                        expiry.lastDay(from).orElse(null)));
    }

    private void spend(String key, Step step, LocalDate day) {
        long amount = 2 * step.amount();
        Outcome expected = pencil.spend(key, step.user(), amount, day);
        if (expected.refusal().isEmpty()) {
            spendings.add(key);
        }
        same(
                () -> ledger().spend(new Spending(user(step), new Points(amount), new BusinessKey(key), day, cause())),
                expected);
    }

    private void adjust(String key, Step step, LocalDate day, long amount) {
        ExpiryPolicy expiry = expiry(step);
        same(
                () -> ledger().adjust(new Adjustment(
                        user(step), new Points(amount), new BusinessKey(key), day, expiry, "put right")),
                pencil.adjust(key, step.user(), amount, day, expiry.lastDay(day).orElse(null)));
    }

    /** To everybody, or to one; asked for on the day it is, whatever day the others are on. */
    private void grant(Step step) {
        List<Integer> to = IntStream.range(0, USERS)
                .filter(user -> pencil.standsFor(user) == user)
                .filter(user -> step.whole() || user == pencil.standsFor(step.user()))
                .boxed()
                .toList();
        LocalDate today = bean(BusinessClock.class).today();
        Optional<LocalDate> lastDay = Optional.of(FIRST.plusDays(step.which())).filter(day -> step.expiry() > 2);
        GrantTerms terms = new GrantTerms("Many", new Points(step.amount()), "thanks", lastDay);
        long grant = bean(BulkGrants.class)
                .grant(
                        UUID.randomUUID(),
                        terms,
                        new Grantees(
                                Grantees.How.TICKED,
                                FilterWords.NONE,
                                Optional.empty(),
                                taker -> to.forEach(user -> taker.accept(users.get(user)))),
                        to.size());
        grants.add(grant);
        work(grant);
        to.forEach(
                user -> pencil.earn("grant " + grant + " " + user, user, step.amount(), today, lastDay.orElse(null)));
    }

    private void takeBackGrant(Step step) {
        if (!grants.isEmpty()) {
            long grant = grants.remove(step.which() % grants.size());
            bean(BulkGrants.class).takeBack(grant);
            work(grant);
            IntStream.range(0, USERS).forEach(user -> pencil.takeLeft("grant " + grant + " " + user));
        }
    }

    private static void work(long grant) {
        bean(GrantWork.class).goOn(grant, QuietWork.UNTIL_THE_END);
        bean(GrantWork.class).goOn(grant, QuietWork.UNTIL_THE_END);
    }

    private void merge(Step step) {
        int survivor = pencil.standsFor(step.user());
        int absorbed = pencil.standsFor(step.which() % USERS);
        if (survivor != absorbed) {
            bean(UserMerging.class).merge(users.get(survivor), users.get(absorbed));
            pencil.merge(survivor, absorbed);
        }
    }

    private void same(Supplier<Posting> asked, Outcome expected) {
        Outcome got;
        try {
            Posting posting = asked.get();
            sent.add(new Sent(asked, posting));
            got = Outcome.done(
                    posting.amount().value(),
                    posting.waived().value(),
                    posting.debtChange().value());
        } catch (Refusal refusal) {
            got = Outcome.refused(refusal.getClass());
        }
        assertThat(got).isEqualTo(expected);
    }

    private void compare(Step step, int at) {
        LocalDate day = FIRST.plusDays(step.day());
        for (int user = 0; user < USERS; user++) {
            if (pencil.standsFor(user) != user) {
                continue;
            }
            UserId id = users.get(user);
            Balance balance = ledger().balance(id, day);
            assertThat(balance.total().value()).as("balance after step %s", at).isEqualTo(pencil.balance(user, day));
            assertThat(balance.debt().value()).as("debt after step %s", at).isEqualTo(pencil.debt(user));
            assertThat(ledger().lots(id).stream()
                            .map(lot -> new LotView(
                                    lot.amount().value(), lot.remaining().value(), lot.availableFrom(), lot.lastDay())))
                    .as("lots after step %s", at)
                    .containsExactlyElementsOf(pencil.lots(user));
            assertThat(ledger().statement(id, Optional.empty(), 1).lines().stream()
                            .mapToLong(line -> line.total().value())
                            .sum())
                    .as("sum of the entries after step %s", at)
                    .isEqualTo(pencil.sum(user));
        }
        assertThat(bean(PointsReading.class).drift(10))
                .as("drift after step %s", at)
                .isEmpty();
    }

    private UserId user(Step step) {
        return users.get(step.user());
    }

    private static ExpiryPolicy expiry(Step step) {
        return switch (step.expiry()) {
            case 0 -> new ExpiryPolicy.Never();
            case 1 -> new ExpiryPolicy.AfterDays(step.which());
            case 2 -> new ExpiryPolicy.EndOfMonth(0);
            case 3 -> new ExpiryPolicy.EndOfMonth(1);
            case 4 -> new ExpiryPolicy.EndOfYear(0);
            default -> new ExpiryPolicy.OnDay(FIRST.plusDays(2 * DAYS));
        };
    }

    private static Reversal reversal(String original, Optional<Long> amount, String key, LocalDate day) {
        return new Reversal(new BusinessKey(original), amount.map(Points::new), new BusinessKey(key), day, cause());
    }

    private static Cause cause() {
        return new Cause("test", "");
    }

    private static String any(List<String> keys, Step step) {
        return keys.isEmpty() ? "nothing" : keys.get(step.which() % keys.size());
    }

    private static PointsLedger ledger() {
        return bean(PointsLedger.class);
    }

    private static <T> T bean(Class<T> type) {
        if (application == null) {
            throw new IllegalStateException("Nothing was started");
        }
        return application.getBean(type);
    }
}
