package io.wellspring.tags;

import static io.wellspring.tags.TagFixtures.draft;
import static io.wellspring.tags.TagFixtures.outOfStep;
import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever is given and taken by hand, by segments, from files and by time, merged, renamed and undone, in any order: the history replayed
 * is what users have, and nobody has two of a single choice. A failure names its seed.
 */
@WellspringTest
@AsStaff
class RandomTagsTests {

    private static final int STEPS = 30;
    private static final List<String> PEOPLE = List.of("ann", "bob", "cid", "dan");
    private static final List<String> GROUPS = List.of("Level", "Interest");

    @Autowired
    private TagCatalogue catalogue;

    @Autowired
    private TagDesk desk;

    @Autowired
    private TagFeeding feeding;

    @Autowired
    private TagIntake intake;

    @Autowired
    private TagExpiry expiry;

    @Autowired
    private TagBook book;

    @Autowired
    private JdbcClient jdbc;

    private final List<UserId> users = new ArrayList<>();
    private final List<Long> imports = new ArrayList<>();

    static Stream<Long> seeds() {
        return IntStream.rangeClosed(1, 25).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theHistoryReplayedIsWhatUsersHave(long seed) {
        Random random = new Random(seed);
        Facts facts = new Facts(jdbc);
        PEOPLE.forEach(name -> users.add(facts.user(name, "2026-01-01")));
        for (String group : GROUPS) {
            long id = catalogue.create(new GroupDraft(group, group.equals("Level") ? Choice.SINGLE : Choice.MULTI, ""));
            for (int tag = 0; tag < 3; tag++) {
                catalogue.create(draft(id, "t" + tag));
            }
        }
        for (int step = 0; step < STEPS; step++) {
            String done = step(random);
            assertThat(outOfStep(jdbc)).as("after step %s: %s", step, done).isEmpty();
        }
    }

    private String step(Random random) {
        List<Tag> tags =
                book.choices().stream().flatMap(group -> group.tags().stream()).toList();
        if (tags.isEmpty()) {
            return "nothing is left";
        }
        long tag = any(tags, random).id();
        int kind = random.nextInt(10);
        try {
            switch (kind) {
                case 0, 1 -> desk.give(tag, new Crowd(Map.of(), some(random)));
                case 2 -> desk.take(tag, new Crowd(Map.of(), some(random)));
                case 3, 4 -> feed(tag, random);
                case 5, 6 -> importing(random);
                case 7 -> undo(random);
                case 8 -> catalogued(tag, any(tags, random).id(), random);
                default -> expiry.expire(LocalDate.parse("2026-07-01").plusDays(random.nextInt(6)));
            }
            return "kind " + kind + " of tag " + tag;
        } catch (Refusal refusal) {
            return "refused " + refusal.getMessage();
        }
    }

    private void feed(long tag, Random random) {
        long segment = 1 + random.nextInt(2);
        if (random.nextInt(5) == 0) {
            feeding.release(tag, segment, TagFixtures.WHEN);
        } else {
            feeding.feed(tag, segment, some(random), some(random), TagFixtures.WHEN);
        }
    }

    private void importing(Random random) {
        long id = imports.size() + 1L;
        imports.add(id);
        intake.stage(id, rows -> {
            for (int line = 0; line < 4; line++) {
                String group = any(GROUPS, random);
                List<String> names = Stream.of(random.nextInt(5), random.nextInt(5))
                        .distinct()
                        .map(n -> "t" + n)
                        .toList();
                rows.accept(new TagRow(line, "X-" + any(PEOPLE, random), null, null, group, names));
            }
        });
        Set<String> replaced = random.nextInt(3) == 0 ? Set.of(any(GROUPS, random)) : Set.of();
        TagTerms terms = new TagTerms(List.of(), replaced, TagFixtures.WHEN);
        intake.merge(id, terms);
        intake.discard(id);
    }

    private void undo(Random random) {
        if (!imports.isEmpty()) {
            intake.undo(any(imports, random));
        }
    }

    private void catalogued(long tag, long other, Random random) {
        TagDetail one = book.tag(tag);
        switch (random.nextInt(4)) {
            case 0 -> catalogue.merge(tag, other);
            case 1 -> catalogue.delete(tag);
            case 2 ->
                catalogue.change(
                        tag,
                        new TagDraft(
                                any(book.groupNames(), random).id(),
                                "t" + random.nextInt(7),
                                1,
                                "",
                                Optional.empty(),
                                Optional.of(1 + random.nextInt(3))),
                        one.draft().fingerprint());
            default -> {
                TagGroup group = book.group(one.card().groupId());
                catalogue.change(
                        group.id(),
                        new GroupDraft(group.name(), any(Choice.ALL, random), ""),
                        group.draft().fingerprint());
            }
        }
    }

    private Consumer<Consumer<UserId>> some(Random random) {
        List<UserId> chosen =
                users.stream().filter(user -> random.nextBoolean()).toList();
        return chosen::forEach;
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
