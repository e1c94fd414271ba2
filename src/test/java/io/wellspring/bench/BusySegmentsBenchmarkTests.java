package io.wellspring.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.imports.ImportDesk;
import io.wellspring.imports.ImportKind;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleNode.Kind;
import io.wellspring.segments.SegmentBook;
import io.wellspring.segments.SegmentRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.tags.Choice;
import io.wellspring.tags.GroupDraft;
import io.wellspring.tags.TagCatalogue;
import io.wellspring.tags.TagDesk;
import io.wellspring.tags.TagDraft;
import io.wellspring.users.Consents;
import io.wellspring.users.ContactMedium;
import io.wellspring.users.StaffNotes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.util.FileSystemUtils;

/**
 * A segment of everybody is filled, emptied and filled again, by two instances at once, while staff edit two hundred of its users and files
 * move some of them in and out: no edit is lost, nobody enters twice, and what an edit waited at most is said.
 */
@Tag("bench")
@SpringBootTest(properties = {"db-scheduler.enabled=false", "wellspring.data-directory=target/bench-segments"})
@AsStaff
@Import({JobsInTests.class, Crowd.class})
class BusySegmentsBenchmarkTests {

    private static final long USERS = Long.getLong("bench.users", 1_000_000);
    private static final int EDITED = 200;
    private static final int TIMES_EMPTIED = 2;
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final RuleNode EVERYBODY = living("IS_ANY_OF");
    private static final RuleNode NOBODY = living("IS_NONE_OF");

    static {
        FileSystemUtils.deleteRecursively(Path.of("target", "bench-segments").toFile());
    }

    @Autowired
    private SegmentBook book;

    @Autowired
    private SegmentRefresh refresh;

    @Autowired
    private Crowd crowd;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private TagCatalogue catalogue;

    @Autowired
    private TagDesk tags;

    @Autowired
    private StaffNotes notes;

    @Autowired
    private Consents consents;

    @Autowired
    private ImportDesk imports;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JdbcClient jdbc;

    private final AtomicBoolean refreshed = new AtomicBoolean();
    private final Map<String, Waited> waited = new ConcurrentHashMap<>();

    /** What the edits of one kind took. */
    private record Waited(long edits, double total, double longest) {

        static Waited of(double seconds) {
            return new Waited(1, seconds, seconds);
        }

        Waited and(Waited other) {
            return new Waited(edits + other.edits, total + other.total, Math.max(longest, other.longest));
        }
    }

    @Test
    void losesNoEditAndLetsNobodyInTwice() throws Exception {
        crowd.make(USERS, AS_OF);
        long group = catalogue.create(new GroupDraft("Bench", Choice.MULTI, ""));
        long fed = catalogue.create(new TagDraft(group, "Fed", 1, "", Optional.empty(), Optional.empty()));
        long byHand = catalogue.create(new TagDraft(group, "By hand", 2, "", Optional.empty(), Optional.empty()));
        List<UserId> users = LongStream.rangeClosed(1, EDITED)
                .mapToObj(number -> new UserId(number * (USERS / EDITED)))
                .toList();
        long segment = book.create("Everybody", "", EVERYBODY);
        refresh.refresh(segment);
        book.feed(segment, Optional.of(fed));

        List<Future<Integer>> work = new ArrayList<>();
        try (ExecutorService pool = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(6))) {
            work.add(pool.submit(() -> emptiedAndFilled(segment)));
            work.add(pool.submit(() -> refreshedOver(segment)));
            work.add(pool.submit(() -> edited("tag", users, (user, round) -> {
                if (round % 2 == 0) {
                    tags.give(byHand, user);
                } else {
                    tags.take(byHand, user);
                }
            })));
            work.add(pool.submit(() -> edited(
                    "note", users, (user, round) -> notes.write(user, UUID.randomUUID(), "round " + round, false))));
            work.add(pool.submit(() -> edited(
                    "consent",
                    users,
                    (user, round) ->
                            consents.change(user, ContactMedium.SMS, Optional.of(round % 2 == 0), "round " + round))));
            work.add(pool.submit(() -> moved(users)));
        }
        List<Integer> rounds = new ArrayList<>();
        for (Future<Integer> done : work) {
            rounds.add(done.get());
        }
        refresh.refresh(segment);

        holds(segment, fed);
        everyEditIsThere(users, byHand, rounds.get(2), rounds.get(3), rounds.get(4), rounds.get(5));
        say("%d refreshes of a segment of %,d users".formatted(rounds.get(0) + rounds.get(1), USERS));
        new TreeMap<>(waited)
                .forEach((kind, took) -> say("%-8s %,6d edits, %.0f ms on average, %.2f s at most"
                        .formatted(kind, took.edits(), took.total() / took.edits() * 1000, took.longest())));
    }

    private interface Edit {
        void of(UserId user, int round);
    }

    /** One round after the other over all users, until the segment was refreshed often enough. */
    private int edited(String kind, List<UserId> users, Edit edit) {
        int round = 0;
        do {
            for (UserId user : users) {
                int now = round;
                timed(kind, () -> edit.of(user, now));
            }
            round++;
        } while (!refreshed.get());
        return round;
    }

    /** A file for every round moves every other user out of the city the rule asks for, or back. */
    private int moved(List<UserId> users) {
        int round = 0;
        do {
            String city = round % 2 == 0 ? "Ningbo" : "Hangzhou";
            String file = users.stream()
                    .filter(BusySegmentsBenchmarkTests::moves)
                    .map(user -> "M" + user + "," + city + "\n")
                    .collect(Collectors.joining("", "id,city\n", ""));
            timed("file", () -> profiles.refreshTouched(imported(file)));
            round++;
        } while (!refreshed.get());
        return round;
    }

    private static boolean moves(UserId user) {
        return user.value() / (USERS / EDITED) % 2 == 0;
    }

    private long imported(String content) {
        try {
            long id = imports.upload(
                    ImportKind.USERS, "cities.csv", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
            imports.rehearse(id);
            jobs.runPending("imports.rehearse");
            imports.commit(id);
            jobs.runPending("imports.commit");
            return id;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int emptiedAndFilled(long segment) {
        try {
            int times = 0;
            for (int time = 0; time < TIMES_EMPTIED; time++) {
                for (RuleNode rule : List.of(NOBODY, EVERYBODY)) {
                    book.change(
                            segment, "Everybody", "", rule, book.get(segment).ruleVersion());
                    double seconds = seconds(() -> refresh.refresh(segment));
                    say("%s in %.1f s".formatted(rule.equals(NOBODY) ? "emptied" : "filled", seconds));
                    times++;
                }
            }
            return times;
        } finally {
            refreshed.set(true);
        }
    }

    /** Another instance brings the segment up to date at the same time. */
    private int refreshedOver(long segment) {
        int times = 0;
        while (!refreshed.get()) {
            refresh.refresh(segment);
            times++;
        }
        return times;
    }

    private void holds(long segment, long fed) {
        String members = "select user_id from segments.member where segment_id = " + segment;
        String rule = "select user_id from profiles.profile where city = 'Hangzhou'";
        String tagged = "select user_id from tags.user_tag where tag_id = " + fed;
        assertThat(number("select count(*) from (" + members + ") m"))
                .isEqualTo(book.get(segment).members());
        assertThat(apart(members, rule)).isZero();
        assertThat(apart(members, tagged)).isZero();
        assertThat(number("""
                        select count(*)
                        from (
                          select entered, lag(entered, 1, false) over (partition by user_id order by at) as before
                          from segments.passage
                          where segment_id = %d
                        ) p
                        where entered = before
                        """.formatted(segment))).isZero();
        assertThat(profiles.drift(1)).isEmpty();
    }

    private void everyEditIsThere(
            List<UserId> users, long byHand, int tagRounds, int noteRounds, int consentRounds, int files) {
        String edited = users.stream().map(UserId::toString).collect(Collectors.joining(","));
        assertThat(number("select count(*) from tags.user_tag where tag_id = " + byHand))
                .isEqualTo(tagRounds % 2 == 0 ? 0 : users.size());
        assertThat(number("select count(*) from users.note")).isEqualTo((long) noteRounds * users.size());
        assertThat(number("select count(*) from users.consent_entry")).isEqualTo((long) consentRounds * users.size());
        assertThat(number("select count(*) from profiles.profile where sms_consent = %b and user_id in (%s)"
                        .formatted(consentRounds % 2 == 1, edited)))
                .isEqualTo(users.size());
        assertThat(number("select count(*) from users.users where city = 'Ningbo'"))
                .isEqualTo(
                        files % 2 == 0
                                ? 0
                                : users.stream()
                                        .filter(BusySegmentsBenchmarkTests::moves)
                                        .count());
    }

    private long apart(String one, String other) {
        return number("select count(*) from ((%1$s except %2$s) union all (%2$s except %1$s)) d".formatted(one, other));
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private static RuleNode living(String operator) {
        return RuleNode.group(
                Kind.ALL, List.of(RuleNode.condition(Kind.FIELD, "city", operator, List.of("Hangzhou"), "")));
    }

    private void timed(String kind, Runnable edit) {
        waited.merge(kind, Waited.of(seconds(edit)), Waited::and);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
