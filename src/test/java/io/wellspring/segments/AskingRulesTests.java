package io.wellspring.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.segments.People.Person;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is asked of whomever: sets and SQL answer what going through people one by one does. A failure names its seed. */
@WellspringTest
@AsStaff
class AskingRulesTests {

    private static final int PEOPLE = 40;
    private static final int RULES = 60;

    @Autowired
    private SegmentBook book;

    @Autowired
    private SegmentRefresh refresh;

    @Autowired
    private RuleDesk desk;

    @Autowired
    private RuleQueries queries;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private JdbcClient jdbc;

    static Stream<Long> seeds() {
        return IntStream.rangeClosed(1, 12).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersWhatGoingThroughPeopleDoes(long seed) {
        Random random = new Random(seed);
        People.tagGroup(jdbc);
        People.attributes(jdbc);
        List<Person> people = new People(jdbc, random).some(PEOPLE);
        metrics.refreshAll(People.AS_OF, 365);
        histories.refreshAll();
        profiles.refreshAll();
        assertThat(histories.drift(5)).isEmpty();

        Map<Long, Set<Person>> members = new HashMap<>();
        NaiveEvaluator evaluator = new NaiveEvaluator(People.AS_OF, members);
        for (int i = 0; i < RULES; i++) {
            RuleNode written = new RandomRules(random, List.copyOf(members.keySet())).rule(3);
            Set<Person> expected = ask(written, people, evaluator, "seed " + seed + ", rule " + i);
            if (i % 20 == 0) {
                long segment = book.create("S" + i, "", written);
                refresh.refresh(segment);
                assertThat(book.get(segment).members()).isEqualTo(expected.size());
                members.put(segment, expected);
            }
        }
    }

    private Set<Person> ask(RuleNode written, List<Person> people, NaiveEvaluator evaluator, String which) {
        RuleNode stored = RuleJson.read(RuleJson.write(written));
        assertThat(stored).isEqualTo(written);
        RuleCounts counts = desk.count(stored, Optional.empty());
        assertThat(counts.reading().faults())
                .as("%s: %s", which, RuleJson.write(written))
                .isEmpty();
        counts.reading()
                .rules()
                .forEach((place, rule) -> assertThat(counts.places().get(place))
                        .as("%s at %s: %s", which, place, rule)
                        .isEqualTo(people.stream()
                                .filter(person -> evaluator.satisfies(person, rule))
                                .count()));
        Rule whole = counts.reading().rule().orElseThrow();
        Set<Person> expected = people.stream()
                .filter(person -> evaluator.satisfies(person, whole))
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(counts.net().minor())
                .as(which)
                .isEqualTo(expected.stream().mapToLong(Person::net).sum());
        Set<UserId> ids = expected.stream().map(person -> person.id).collect(Collectors.toSet());
        assertThat(ids).as(which).containsAll(counts.samples());
        assertThat(counts.samples()).hasSize(Math.min(5, expected.size()));
        Set<UserId> bySql = new HashSet<>();
        queries.each(
                queries.matching(queries.compile(counts.reading(), People.AS_OF)), user -> bySql.add(new UserId(user)));
        assertThat(bySql).as("%s, by SQL", which).isEqualTo(ids);
        Person anybody = people.getFirst();
        Explanation why = desk.explain(stored, Optional.empty(), anybody.id);
        why.satisfied()
                .forEach((place, satisfied) -> assertThat(satisfied)
                        .as("%s, why at %s", which, place)
                        .isEqualTo(evaluator.satisfies(anybody, why.reading().at(place))));
        return expected;
    }
}
