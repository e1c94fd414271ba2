package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.points.EarningBasis.OrderAmount;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever comes to segments and leaves them, by figures of whatever days, in whatever order: who earns is who somebody with a pencil would say was in
 * one. A failure names its seed.
 */
@WellspringTest
@AsStaff
class RandomStaysTests {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final int DAYS = 9;
    private static final int REFRESHES = 7;
    private static final int ORDERS = 40;

    @Autowired
    private EarningRules rules;

    @Autowired
    private PointsEarning earning;

    @Autowired
    private JdbcClient jdbc;

    /** One refresh, as it would be noted on paper. */
    private record Noted(LocalDateTime at, LocalDate asOf, Set<UserId> members) {

        LocalDateTime speaksFrom() {
            LocalDateTime over = asOf.plusDays(1).atStartOfDay();
            return over.isBefore(at) ? over : at;
        }
    }

    private record Bought(UserId user, LocalDateTime at) {}

    static Stream<Long> seeds() {
        return IntStream.rangeClosed(1, 30).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoEarnsWasInASegment(long seed) {
        Random random = new Random(seed);
        Facts facts = new Facts(jdbc);
        PaperSegments segments = new PaperSegments(jdbc);
        List<UserId> users = Stream.of("ann", "bob", "cid", "dan")
                .map(name -> facts.user(name, "2026-01-01"))
                .toList();
        Map<Long, List<Noted>> paper = new TreeMap<>();
        for (String name : List.of("VIPs", "Gold")) {
            paper.put(segments.create(name), noted(users, random));
        }
        paper.forEach((segment, refreshes) -> refreshes.forEach(one -> segments.refresh(
                segment, one.at().toString(), one.asOf(), one.members().toArray(UserId[]::new))));
        List<Bought> bought = bought(users, paper.values(), random);
        bought.forEach(one -> facts.order(one.user(), one.at().toString(), 100));
        List<Long> both = List.copyOf(paper.keySet());
        List<Set<Long>> limits = List.of(Set.of(both.getFirst()), Set.of(both.getLast()), Set.copyOf(both));
        Map<Long, Set<Long>> limitOf = new HashMap<>();
        limits.forEach(limit -> limitOf.put(rules.create(limit.toString(), terms(limit)), limit));

        earning.earn(LocalDate.parse("2026-06-30"));

        limitOf.forEach((rule, limit) -> assertThat(insiders(rule))
                .as("seed %s, segments %s, refreshed %s", seed, limit, paper)
                .containsExactlyInAnyOrderElementsOf(bought.stream()
                        .filter(one ->
                                limit.stream().anyMatch(segment -> wasIn(paper.getOrDefault(segment, List.of()), one)))
                        .toList()));
    }

    private static boolean wasIn(List<Noted> refreshes, Bought one) {
        LocalDateTime begun = refreshes.stream()
                .map(Noted::speaksFrom)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDateTime firstDayEnds =
                begun.toLocalDate().plusDays(1).atStartOfDay().minusNanos(1000);
        LocalDateTime moment = one.at().isBefore(firstDayEnds) ? firstDayEnds : one.at();
        return refreshes.stream()
                .filter(refresh -> !refresh.speaksFrom().isAfter(moment))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .members()
                .contains(one.user());
    }

    private static List<Noted> noted(List<UserId> users, Random random) {
        return random.ints(REFRESHES, 0, DAYS * 24)
                .sorted()
                .distinct()
                .mapToObj(hour -> {
                    LocalDateTime at = FIRST.atStartOfDay().plusHours(hour);
                    LocalDate asOf = at.toLocalDate().minusDays(random.nextInt(3) == 0 ? random.nextInt(5) : 0);
                    return new Noted(at, asOf, Set.copyOf(some(users, random)));
                })
                .toList();
    }

    private static List<UserId> some(List<UserId> users, Random random) {
        return users.stream().filter(user -> random.nextBoolean()).toList();
    }

    /** At any hour, and at and just before the moments at which something changes. */
    private static List<Bought> bought(List<UserId> users, Iterable<List<Noted>> paper, Random random) {
        List<LocalDateTime> moments = new ArrayList<>();
        paper.forEach(refreshes -> refreshes.forEach(one -> moments.add(one.speaksFrom())));
        return IntStream.range(0, ORDERS)
                .mapToObj(order -> {
                    LocalDateTime at = random.nextBoolean()
                            ? moments.get(random.nextInt(moments.size())).minusSeconds(random.nextInt(2))
                            : FIRST.minusDays(6).atStartOfDay().plusHours(random.nextInt((DAYS + 6) * 24));
                    return new Bought(users.get(random.nextInt(users.size())), at);
                })
                .toList();
    }

    private static EarningTerms terms(Set<Long> limit) {
        return new EarningTerms(
                        new OrderAmount(1, new Money(100)),
                        0,
                        100,
                        EarningLimits.NONE,
                        0,
                        new ExpiryPolicy.Never(),
                        LocalDate.parse("2026-01-01"),
                        Optional.empty())
                .onlyFor(limit);
    }

    private List<Bought> insiders(long rule) {
        return jdbc.sql("""
                        select f.user_id, o.paid_at at time zone 'Asia/Shanghai' as at
                        from points.earned_fact f
                        join activity.order_fact o on o.user_id = f.user_id and o.order_id = f.fact_id
                        where f.rule_id = :rule and f.amount > 0
                        """)
                .param("rule", rule)
                .query((row, number) -> new Bought(
                        new UserId(row.getLong("user_id")),
                        row.getTimestamp("at").toLocalDateTime()))
                .list();
    }
}
