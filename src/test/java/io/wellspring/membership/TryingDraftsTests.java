package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UserMerging;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a draft would change is read from memory: it is what one statement over the tables says, and what publishing the draft brings. */
@WellspringTest
@AsStaff
class TryingDraftsTests {

    private static final int USERS = 25;
    private static final int DRAFTS = 8;
    private static final LocalDate DAY = LocalDate.parse("2024-03-01");

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    HistoryRefresh histories;

    @Autowired
    TierProgram program;

    @Autowired
    Tiering tiering;

    @Autowired
    TierReading tiers;

    @Autowired
    MembershipPlans plans;

    @Autowired
    PaidMembership paid;

    @Autowired
    GivenByHand given;

    @Autowired
    UserMerging merging;

    @Autowired
    JdbcClient jdbc;

    Facts facts;
    UserId ann;
    UserId bob;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        ann = facts.user("ann", "2023-06-01");
        bob = facts.user("bob", "2023-06-01");
        facts.order(ann, "2024-02-01", 100_000);
    }

    @Test
    void seesWhatStaffDidAtOnce() {
        publish(Programmes.usual(), "2024-01-01");
        evaluate(DAY);
        Programme draft = program.startDraft();
        assertThat(ranks(draft)).isEqualTo(Map.of(1, 1L, 2, 1L));
        paid.start(bob, plan(3), DAY, "k1");
        assertThat(ranks(draft)).as("bob pays").isEqualTo(Map.of(2, 1L, 3, 1L));
        merging.merge(ann, bob);
        assertThat(ranks(draft)).as("ann and bob are one").isEqualTo(Map.of(3, 1L));
    }

    @Test
    void seesTheFactsOfTheNextDay() {
        publish(Programmes.usual(), "2024-01-01");
        evaluate(DAY);
        Programme draft = program.startDraft();
        assertThat(ranks(draft)).isEqualTo(Map.of(1, 1L, 2, 1L));
        facts.order(bob, "2024-03-02", 500_000);
        evaluate(DAY.plusDays(1));
        assertThat(ranks(draft)).isEqualTo(Map.of(2, 1L, 3, 1L));
        evaluate(DAY);
        assertThat(ranks(draft)).as("as if the day after had not been").isEqualTo(Map.of(1, 1L, 2, 1L));
    }

    @Test
    void aThresholdIsMetByAsMuch() {
        publish(Programmes.usual(), "2024-01-01");
        evaluate(DAY);
        program.startDraft();
        for (long threshold : List.of(999L, 1_000L, 1_001L)) {
            program.saveDraft(Programmes.of(
                    RefundRule.AT_DUE,
                    Programmes.tier(3, TierRule.growth(threshold), TierRule.NONE, 12, 0, AtDue.ONE_STEP, 1)
                            .ranked(2)));
            Programme draft = program.draft().orElseThrow();
            assertThat(ranks(draft))
                    .as("a threshold of " + threshold)
                    .isEqualTo(threshold > 1_000 ? Map.of(1, 2L) : Map.of(1, 1L, 2, 1L));
        }
    }

    @Test
    void whatKeepsATierMayAskForActiveDaysThatNothingElseAsksFor() {
        publish(Programmes.usual(), "2024-01-01");
        evaluate(DAY);
        program.startDraft();
        for (int days : List.of(1, 2)) {
            TierRule keep =
                    new TierRule(Join.ALL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(days));
            program.saveDraft(Programmes.of(
                    RefundRule.AT_DUE, Programmes.tier(2, TierRule.growth(2_000), keep, 12, 0, AtDue.EARNED, 1)));
            Impact impact = tiers.impact(program.draft().orElseThrow()).orElseThrow();
            assertThat(impact.first(2)).as("ann holds it").isEqualTo(1);
            assertThat(impact.later(2)).as("ann was active on one day").isEqualTo(days == 1 ? 1 : 0);
        }
    }

    @Test
    void aTierGivenByHandGivesWayToTheTierBeforeOrToWhatIsEarned() {
        publish(Programmes.usual(), "2024-01-01");
        UserId cat = facts.user("cat", "2023-06-01");
        facts.order(cat, "2024-02-01", 100_000);
        evaluate(DAY);
        given.tier(ann, 3, DAY.plusMonths(1), "makes up for a mistake");
        given.tier(bob, 3, DAY.plusMonths(1), "makes up for a mistake");
        given.tier(cat, 3, DAY.plusYears(3), "makes up for a mistake");
        program.startDraft();
        program.saveDraft(Programmes.of(
                RefundRule.AT_DUE,
                Programmes.tier(2, TierRule.growth(2_000), TierRule.NONE, 12, 0, AtDue.ONE_STEP, 1),
                Programmes.tier(3, TierRule.growth(5_000), TierRule.NONE, 12, 0, AtDue.ONE_STEP, 1)));
        Programme draft = program.draft().orElseThrow();
        Impact impact = tiers.impact(draft).orElseThrow();
        assertThat(impact.first(3)).isEqualTo(3);
        assertThat(impact.later(2))
                .as("ann had tier 2, which is not due by then")
                .isEqualTo(1);
        assertThat(impact.later(1))
                .as("bob had the lowest; cat's tier 2 is due by then")
                .isEqualTo(2);
        assertThat(tiers.fallers(draft, 10)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isWhatOneStatementOverTheTablesSaysAndWhatPublishingBrings(long seed) {
        Random chance = new Random(seed);
        List<UserId> users = crowd(chance);
        publish(terms(chance, List.of(1, 2, 3, 4)), "2024-01-01");
        evaluate(LocalDate.parse("2024-01-20"));
        pay(chance, users);
        evaluate(DAY);
        pay(chance, users);
        give(chance, users);
        program.startDraft();
        for (int i = 0; i < DRAFTS; i++) {
            program.saveDraft(terms(chance, i % 2 == 0 ? List.of(1, 2, 3, 4) : List.of(1, 3, 4, 5)));
            Programme draft = program.draft().orElseThrow();
            Impact impact = tiers.impact(draft).orElseThrow();
            assertThat(sorted(impact.moves())).isEqualTo(sorted(byOneStatement(draft)));
            assertThat(tiers.movers(draft, 1_000)).isEqualTo(moversByOneStatement(draft));
            assertThat(tiers.fallers(draft, 1_000).stream()
                            .filter(faller -> faller.laterRank() < faller.firstRank())
                            .count())
                    .isEqualTo(impact.notKeeping());
        }
        program.saveDraft(ofAllDays(terms(chance, List.of(1, 3, 4, 5))));
        Map<Integer, Long> tried = ranks(program.draft().orElseThrow());
        program.publish(DAY.plusDays(1));
        evaluate(DAY.plusDays(1));
        assertThat(held()).as("a day more brings nothing").isEqualTo(tried);
    }

    private static ProgrammeTerms ofAllDays(ProgrammeTerms terms) {
        return new ProgrammeTerms(
                new CountingWindow(WindowKind.ROLLING, 3650),
                terms.keep(),
                terms.refunds(),
                terms.orderFactor(),
                terms.activities(),
                terms.tiers());
    }

    private List<Impact.Move> byOneStatement(Programme draft) {
        return statement("membership/count-impact.sql", draft)
                .query((row, n) -> new Impact.Move(
                        row.getLong("tier_id"),
                        row.getInt("first_rank"),
                        row.getInt("later_rank"),
                        row.getLong("users"),
                        new Money(row.getLong("net_amount"))))
                .list();
    }

    private List<Mover> moversByOneStatement(Programme draft) {
        return statement("membership/find-movers.sql", draft)
                .param("limit", 1_000)
                .query((row, n) -> new Mover(
                        new UserId(row.getLong("user_id")),
                        row.getLong("tier_id"),
                        row.getInt("first_rank"),
                        row.getLong("growth")))
                .list();
    }

    private JdbcClient.StatementSpec statement(String file, Programme draft) {
        return jdbc.sql(text(file))
                .param("version", draft.version())
                .param("window", draft.terms().reach().kind().name())
                .param("days", draft.terms().reach().days())
                .param("active", draft.terms().triesActiveDays())
                .param("as_of", DAY)
                .param("stored", tiers.stored(draft));
    }

    private static String text(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> sorted(List<Impact.Move> moves) {
        return moves.stream().map(Impact.Move::toString).sorted().toList();
    }

    private List<UserId> crowd(Random chance) {
        List<UserId> users = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            UserId user = facts.user("user " + i, "2023-06-01");
            users.add(user);
            IntStream.range(0, chance.nextInt(5)).forEach(order -> {
                String day = LocalDate.parse("2023-11-01")
                        .plusDays(chance.nextInt(120))
                        .toString();
                facts.order(user, day, 100 + chance.nextInt(100_000));
                if (chance.nextInt(4) == 0) {
                    facts.refund(user, day, 1 + chance.nextInt(10_000));
                }
            });
        }
        return users;
    }

    /** By hand, to some of those a higher tier can be given to. */
    private void give(Random chance, List<UserId> users) {
        for (int i = 0; i < users.size(); i += 3) {
            UserId user = users.get(i);
            Tier held = tiers.standing(user).orElseThrow().tier();
            if (held.rank() < 4) {
                given.tier(user, held.rank() + 1, DAY.plusDays(1 + chance.nextInt(400)), "makes up for a mistake");
            }
        }
    }

    private void pay(Random chance, List<UserId> users) {
        long plan = plan(2 + chance.nextInt(3));
        LocalDate day = tiering.current().orElseThrow().asOf();
        for (int i = 0; i < 4; i++) {
            paid.start(users.get(chance.nextInt(6) + 6 * i), plan, day, "pay " + plan + " " + i);
        }
    }

    private static ProgrammeTerms terms(Random chance, List<Integer> numbers) {
        List<Tier> tiers = new ArrayList<>(List.of(Programmes.BASIC));
        for (int rank = 2; rank <= numbers.size(); rank++) {
            tiers.add(new Tier(
                    0,
                    numbers.get(rank - 1),
                    rank,
                    "Tier " + rank,
                    "等级" + rank,
                    "#2b98a3",
                    rule(chance, rank, false),
                    rule(chance, rank, true),
                    Optional.of(1 + chance.nextInt(12)),
                    chance.nextInt(30),
                    AtDue.values()[chance.nextInt(3)],
                    1 + chance.nextInt(rank),
                    BigDecimal.ONE));
        }
        WindowKind kind = WindowKind.values()[chance.nextInt(3)];
        return new ProgrammeTerms(
                new CountingWindow(kind, 1 + chance.nextInt(400)),
                new CountingWindow(WindowKind.ROLLING, 365),
                RefundRule.AT_DUE,
                BigDecimal.ONE,
                List.of(),
                tiers);
    }

    private static TierRule rule(Random chance, int rank, boolean open) {
        TierRule rule = new TierRule(
                Join.values()[chance.nextInt(2)],
                some(chance).map(unused -> 1L + chance.nextInt(500 * rank)),
                some(chance).map(unused -> new Money(1 + chance.nextInt(50_000 * rank))),
                some(chance).map(unused -> 1 + chance.nextInt(4)),
                some(chance).map(unused -> 1 + chance.nextInt(4)));
        return rule.isOpen() && !open ? TierRule.growth(300L * rank) : rule;
    }

    private static Optional<Boolean> some(Random chance) {
        return chance.nextInt(2) == 0 ? Optional.of(true) : Optional.empty();
    }

    private long plan(int tier) {
        return plans.create(new PlanTerms(
                "Plan " + System.nanoTime(),
                "套餐" + System.nanoTime(),
                new Money(10_00),
                new TermLength(1, TermLength.Unit.MONTH),
                tier));
    }

    private Map<Integer, Long> ranks(Programme draft) {
        Map<Integer, Long> ranks = new TreeMap<>();
        tiers.impact(draft)
                .orElseThrow()
                .moves()
                .forEach(move -> ranks.merge(move.firstRank(), move.users(), Long::sum));
        return ranks;
    }

    private Map<Integer, Long> held() {
        Map<Integer, Long> held = new TreeMap<>();
        jdbc.sql(
                        "select t.rank, count(*) as users from membership.standing s join membership.tier t on t.id = s.tier_id group by t.rank")
                .query(row -> {
                    held.put(row.getInt("rank"), row.getLong("users"));
                });
        return held;
    }

    private void publish(ProgrammeTerms terms, String from) {
        program.startDraft();
        program.saveDraft(terms);
        program.publish(LocalDate.parse(from));
    }

    private void evaluate(LocalDate day) {
        metrics.refreshAll(day, 365);
        histories.refreshAll();
        tiering.postGrowth();
        tiering.evaluate(day);
    }
}
