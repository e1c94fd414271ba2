package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.TestDatabase;
import io.wellspring.WellspringApplication;
import io.wellspring.membership.NaiveTiers.Fact;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.web.AnnAsAdmin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

/** Whatever is bought and given back, by whatever rules and however many nights are missed: terms are what a pencil would write down. */
class RandomTiersTests {

    private static final LocalDate FIRST = LocalDate.parse("2027-11-20");
    private static final int USERS = 3;

    private static @Nullable ConfigurableApplicationContext application;

    /** Facts become known, then a day is evaluated. */
    record Night(int daysLater, List<Bought> bought) {}

    record Bought(int user, int daysBefore, long minor) {}

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
        LocalDate day = FIRST;
        for (Night night : nights) {
            day = day.plusDays(night.daysLater());
            for (Bought bought : night.bought()) {
                happen(facts, users.get(bought.user()), pencils.get(bought.user()), bought, day);
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
        return Combinators.combine(
                        Arbitraries.integers().between(0, 45), bought.list().ofMaxSize(5))
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
                          membership.standing, membership.figure, membership.decision, membership.day_count, membership.current,
                          users.users, users.identity, activity.order_fact, activity.order_intake, metrics.user_metrics, metrics.order_history
                        cascade
                        """).update();
    }

    private static <T> T bean(Class<T> type) {
        return Objects.requireNonNull(application).getBean(type);
    }
}
