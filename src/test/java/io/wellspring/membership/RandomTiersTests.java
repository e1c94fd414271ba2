package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.TestDatabase;
import io.wellspring.WellspringApplication;
import io.wellspring.membership.NaiveTiers.Fact;
import io.wellspring.membership.NaiveTiers.Paid;
import io.wellspring.membership.NaiveTiers.PaidEnd;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.Money;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.staff.web.AnnAsAdmin;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
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
 * Whatever is bought and given back, whatever tiers are paid for, by whatever rules and however many nights are missed: terms are what a pencil
 * would write down.
 */
class RandomTiersTests {

    private static final LocalDate FIRST = LocalDate.parse("2027-11-20");
    private static final int USERS = 3;
    private static final int PLANS = 3;

    private static @Nullable ConfigurableApplicationContext application;

    /** Facts become known, then a day is evaluated. */
    record Night(int daysLater, List<Bought> bought, List<Paying> between, List<Paying> after) {}

    record Bought(int user, int daysBefore, long minor) {}

    /** Something about paid membership; of what ends, {@code which} says which term. */
    record Paying(int user, PaidKind kind, int plan, int daysBefore, int which) {}

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

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void termsAreWhatAPencilWouldWriteDown(
            @ForAll("programmes") ProgrammeTerms terms, @ForAll("nights") List<Night> nights) {
        AnnAsAdmin.logIn();
        empty();
        bean(TierProgram.class).startDraft();
        bean(TierProgram.class).saveDraft(terms);
        bean(TierProgram.class).publish(LocalDate.parse("2020-01-01"));
        Facts facts = new Facts(bean(JdbcClient.class));
        List<UserId> users = new ArrayList<>();
        List<NaiveTiers> pencils = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            users.add(facts.user("u" + i, "2020-01-01"));
            pencils.add(new NaiveTiers(terms));
        }
        List<Long> plans = plans();
        LocalDate day = FIRST;
        for (Night night : nights) {
            day = day.plusDays(night.daysLater());
            for (Paying paying : night.between()) {
                write(users.get(paying.user()), pencils.get(paying.user()), plans, paying, day);
            }
            for (Bought bought : night.bought()) {
                happen(facts, users.get(bought.user()), pencils.get(bought.user()), bought, day);
            }
            evaluate(day);
            compare(users, pencils, day);
            for (Paying paying : night.after()) {
                record(users.get(paying.user()), pencils.get(paying.user()), plans, paying, day);
                compare(users, pencils, day);
            }
            evaluate(day);
            compare(users, pencils, day);
        }
        LocalDate last = day;
        evaluate(FIRST.minusDays(400));
        assertThat(standing(users.getFirst())).isNotEmpty();
        evaluate(last);
        assertThat(bean(Tiering.class).drift(10)).isZero();
    }

    @Provide
    Arbitrary<ProgrammeTerms> programmes() {
        Arbitrary<CountingWindow> window = Combinators.combine(
                        Arbitraries.of(WindowKind.class), Arbitraries.integers().between(5, 60))
                .as(CountingWindow::new);
        return Combinators.combine(window, window, tier(2), tier(3), tier(4))
                .as((reach, keep, second, third, fourth) -> new ProgrammeTerms(
                        reach,
                        keep,
                        RefundRule.AT_DUE,
                        BigDecimal.ONE,
                        List.of(),
                        List.of(Programmes.BASIC, second, third, fourth)));
    }

    @Provide
    Arbitrary<List<Night>> nights() {
        Arbitrary<Bought> bought = Combinators.combine(
                        Arbitraries.integers().between(0, USERS - 1),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.longs().between(-5_00, 20_00).filter(minor -> minor != 0))
                .as(Bought::new);
        Arbitrary<Paying> paying = Combinators.combine(
                        Arbitraries.integers().between(0, USERS - 1),
                        Arbitraries.of(PaidKind.class),
                        Arbitraries.integers().between(0, PLANS - 1),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 9))
                .as(Paying::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 45),
                        bought.list().ofMaxSize(5),
                        paying.list().ofMaxSize(2),
                        paying.list().ofMaxSize(2))
                .as(Night::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Arbitrary<Tier> tier(int rank) {
        Arbitrary<Optional<Long>> growth =
                Arbitraries.longs().between(5L * (rank - 1), 15L * (rank - 1)).optional(0.7);
        Arbitrary<TierRule> rule = Combinators.combine(
                        Arbitraries.of(Join.class),
                        growth,
                        Arbitraries.longs().between(5_00, 40_00).map(Money::new).optional(0.3),
                        Arbitraries.integers().between(1, 4).optional(0.4),
                        Arbitraries.integers().between(1, 3).optional(0.3))
                .as(TierRule::new);
        return Combinators.combine(
                        rule.filter(one -> !one.isOpen()),
                        rule,
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(AtDue.class),
                        Arbitraries.integers().between(1, rank))
                .as((entry, keep, months, grace, atDue, floor) ->
                        Programmes.tier(rank, entry, keep, months, grace, atDue, floor));
    }

    private static void happen(Facts facts, UserId user, NaiveTiers pencil, Bought bought, LocalDate day) {
        LocalDate on = day.minusDays(bought.daysBefore());
        pencil.add(new Fact(on, bought.minor()));
        if (bought.minor() > 0) {
            facts.order(user, on.toString(), bought.minor());
        } else {
            facts.refund(user, on.toString(), -bought.minor());
        }
    }

    /** Of each tier above the lowest one plan, for 30, 20 and 10 days. */
    private static List<Long> plans() {
        return IntStream.range(0, PLANS)
                .mapToObj(i -> bean(MembershipPlans.class)
                        .create(new PlanTerms(
                                "Plan " + i,
                                "套餐" + i,
                                new Money(10_00),
                                new TermLength(30 - 10 * i, TermLength.Unit.DAY),
                                i + 2)))
                .toList();
    }

    /** Puts it where a night finds it; terms may then overlap, as those of merged users do. */
    private static void write(UserId user, NaiveTiers pencil, List<Long> plans, Paying paying, LocalDate night) {
        LocalDate day = night.minusDays(paying.daysBefore());
        boolean ends = paying.kind() == PaidKind.LAPSE || paying.kind() == PaidKind.REFUND;
        if (ends && pencil.paid().isEmpty()) {
            return;
        }
        String key = UUID.randomUUID().toString();
        long plan = plans.get(paying.plan());
        Optional<Long> term = ends
                ? Optional.of(
                        pencil.paid().get(paying.which() % pencil.paid().size()).id())
                : Optional.empty();
        LocalDate until = day.plusDays(30 - 10L * paying.plan());
        bean(PaidBatch.class)
                .insert(
                        key,
                        new PaidBatch.Writing(
                                user,
                                paying.kind(),
                                term,
                                plan,
                                paying.plan() + 2,
                                day,
                                ends ? Optional.empty() : Optional.of(day),
                                ends ? Optional.empty() : Optional.of(until),
                                paying.kind() == PaidKind.LAPSE ? Money.ZERO : new Money(1),
                                ends ? Optional.of("why") : Optional.empty()),
                        "ann",
                        Instant.EPOCH);
        note(pencil, bean(PaidBatch.class).fact(key).orElseThrow(), paying.plan() + 2);
    }

    /** Records it as staff do, as far as it is let. */
    private static void record(UserId user, NaiveTiers pencil, List<Long> plans, Paying paying, LocalDate night) {
        LocalDate day = night.minusDays(paying.daysBefore());
        String key = UUID.randomUUID().toString();
        long plan = plans.get(paying.plan());
        long term = pencil.paid().isEmpty()
                ? 0
                : pencil.paid().get(paying.which() % pencil.paid().size()).id();
        PaidMembership desk = bean(PaidMembership.class);
        try {
            PaidFact fact =
                    switch (paying.kind()) {
                        case START -> desk.start(user, plan, day, key);
                        case RENEW -> desk.renew(user, plan, day, key);
                        case LAPSE -> desk.lapse(user, term, day, "why", key);
                        case REFUND -> desk.refund(user, term, day, new Money(1), "why", key);
                    };
            note(pencil, fact, paying.plan() + 2);
        } catch (Refusal refusal) {
            assertThat(bean(PaidBatch.class).fact(key)).isEmpty();
        }
    }

    private static void note(NaiveTiers pencil, PaidFact fact, int rank) {
        if (fact.from().isPresent()) {
            pencil.pay(new Paid(
                    fact.id(), fact.day(), rank, fact.from().get(), fact.until().orElseThrow()));
        } else {
            pencil.end(new PaidEnd(fact.term(), fact.day()));
        }
    }

    private static void evaluate(LocalDate day) {
        bean(MetricsRefresh.class).refreshAll(day, 365);
        bean(HistoryRefresh.class).refreshAll();
        bean(Tiering.class).postGrowth();
        bean(Tiering.class).evaluate(day);
        bean(Tiering.class).evaluate(day);
    }

    private static void compare(List<UserId> users, List<NaiveTiers> pencils, LocalDate day) {
        for (int i = 0; i < USERS; i++) {
            NaiveTiers pencil = pencils.get(i);
            pencil.evaluate(day);
            pencil.evaluate(day);
            assertThat(standing(users.get(i))).as("on " + day).isEqualTo(pencil.history());
            UserStanding standing =
                    bean(TierReading.class).standing(users.get(i)).orElseThrow();
            assertThat(standing.dueOn()).isEqualTo(pencil.due());
        }
        assertThat(bean(Tiering.class).drift(10)).isZero();
    }

    private static List<String> standing(UserId user) {
        return bean(JdbcClient.class)
                .sql("""
                        select concat_ws(' ', h.starts_on, t.rank, h.cause)
                        from membership.tier_history h
                        join membership.tier t on t.id = h.tier_id
                        where h.user_id = :user
                        order by h.starts_on
                        """)
                .param("user", user.value())
                .query(String.class)
                .list();
    }

    private static void empty() {
        bean(JdbcClient.class).sql("""
                        truncate membership.programme, membership.growth_entry, membership.manual_tier, membership.tier_history,
                          membership.standing, membership.figure, membership.plan, membership.paid_fact, membership.paid_key, membership.paid_cover, membership.decision, membership.day_count, membership.current,
                          users.users, users.identity, activity.order_fact, activity.order_intake, metrics.user_metrics, metrics.order_history
                        cascade
                        """).update();
    }

    private static <T> T bean(Class<T> type) {
        return Objects.requireNonNull(application).getBean(type);
    }
}
