package io.wellspring.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.segments.SegmentBook;
import io.wellspring.staff.AsStaff;
import io.wellspring.tags.Choice;
import io.wellspring.tags.GroupDraft;
import io.wellspring.tags.TagBook;
import io.wellspring.tags.TagCatalogue;
import io.wellspring.tags.TagDraft;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** How long it takes to say what segments of half of all users share, and how many users have each tag. */
@Tag("bench")
@SpringBootTest(properties = {"db-scheduler.enabled=false", "wellspring.data-directory=target/bench-crowd"})
@AsStaff
@Import(Crowd.class)
class CrowdedSegmentsBenchmarkTests {

    private static final long USERS = Long.getLong("bench.users", 1_000_000);
    private static final int SHARING = 50;
    private static final int TAGS = 20;
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    static {
        FileSystemUtils.deleteRecursively(Path.of("target", "bench-crowd").toFile());
    }

    @Autowired
    private Crowd crowd;

    @Autowired
    private SegmentBook book;

    @Autowired
    private TagCatalogue catalogue;

    @Autowired
    private TagBook tagBook;

    @Autowired
    private JdbcClient jdbc;

    /** The same for both, whichever comes first. */
    @BeforeEach
    void everybody() {
        if (number("select count(*) from users.users") == 0) {
            crowd.make(USERS, AS_OF);
        }
    }

    /** Each of fifty segments holds half of the users, by chance: what one shares with the others, read for the first time and from memory. */
    @Test
    void saysWhatFiftySegmentsShare() {
        List<Long> segments =
                LongStream.range(0, SHARING).mapToObj(this::halfOfUsers).toList();
        double first = seconds(() -> shared(segments.getFirst()));
        double later = seconds(() -> segments.forEach(this::shared)) / SHARING;
        say("shared users among %d segments of %,d: %.0f ms when none is in memory, then %.1f ms"
                .formatted(SHARING, USERS / 2, first * 1000, later * 1000));
    }

    /** Three tags a user, of twenty: what the list's filter counts when somebody reaches for it. */
    @Test
    void countsTags() {
        long group = catalogue.create(new GroupDraft("Counted", Choice.MULTI, ""));
        for (int tag = 0; tag < TAGS; tag++) {
            long id =
                    catalogue.create(new TagDraft(group, "Counted " + tag, 1, "", Optional.empty(), Optional.empty()));
            jdbc.sql("""
                            insert into tags.user_tag (user_id, tag_id, intake_id, since)
                            select user_id, :tag, 0, timestamptz '2026-01-01'
                            from users.users
                            where abs(hashint8(user_id + :tag * 7919)) % 100 < 15
                            """).param("tag", id).update();
        }
        jdbc.sql("vacuum analyze tags.user_tag").update();
        double seconds = seconds(() -> assertThat(tagBook.groups()).isNotEmpty());
        say("%,d tags of users counted in %.0f ms"
                .formatted(number("select count(*) from tags.user_tag"), seconds * 1000));
    }

    private void shared(long segment) {
        assertThat(book.sharing(segment)).hasSizeGreaterThanOrEqualTo(SHARING - 1);
    }

    private long halfOfUsers(long shift) {
        long segment = jdbc.sql("""
                        insert into segments.segment (name, kind, state, created_by, created_at, changed_at)
                        values ('Half ' || :shift, 'STATIC', 'ACTIVE', 'Ann', timestamptz '2026-01-01', timestamptz '2026-01-01')
                        returning segment_id
                        """).param("shift", shift).query(Long.class).single();
        jdbc.sql("select segments.open_members(:segment)")
                .param("segment", segment)
                .query(row -> {});
        jdbc.sql("""
                        insert into segments.member (user_id, segment_id, since)
                        select user_id, :segment, timestamptz '2026-01-01'
                        from users.users
                        where hashint8(user_id + :shift * 7919) % 2 = 0
                        """).param("segment", segment).param("shift", shift).update();
        jdbc.sql("""
                        insert into segments.standing (segment_id, members)
                        select :segment, count(*)
                        from segments.member
                        where segment_id = :segment
                        """).param("segment", segment).update();
        return segment;
    }

    private long number(String query) {
        return jdbc.sql(query).query(Long.class).single();
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
