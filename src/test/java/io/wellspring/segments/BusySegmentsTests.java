package io.wellspring.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.segments.RuleNode.Kind;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.tags.TagDesk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/** Staff work on users while profiles change and segments follow: nobody waits for ever, no edit is lost, nobody enters twice. */
@WellspringTest
@AsStaff
class BusySegmentsTests {

    private static final int USERS = 200;
    private static final int REFRESHES = 15;

    @Autowired
    SegmentBook book;

    @Autowired
    SegmentRefresh refresh;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    ProfileRefresh profiles;

    @Autowired
    TagDesk tags;

    @Autowired
    JdbcClient jdbc;

    @Test
    void followsTwoHundredUsersWhoAreBeingEdited() throws Exception {
        Facts facts = new Facts(jdbc);
        List<UserId> users = IntStream.range(0, USERS)
                .mapToObj(number -> facts.user("u" + number, "2026-01-01"))
                .toList();
        metrics.refreshAll(LocalDate.parse("2026-06-30"), 365);
        profiles.refreshAll();
        People.tagGroup(jdbc);
        long asked = tag("Asked for");
        long fed = tag("Fed");
        long other = tag("By hand");
        long segment = book.create(
                "Tagged",
                "",
                RuleNode.group(
                        Kind.ALL,
                        List.of(
                                RuleNode.condition(Kind.TAGS, "", "ANY", List.of(Long.toString(asked)), ""),
                                RuleNode.condition(Kind.FIELD, "orders", "AT_MOST", List.of("0"), ""))));
        refresh.refresh(segment);
        book.feed(segment, Optional.of(fed));

        List<Future<?>> work = new ArrayList<>();
        try (ExecutorService pool = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(5))) {
            work.add(pool.submit(() -> users.forEach(user -> tags.give(asked, user))));
            work.add(pool.submit(() -> users.forEach(user -> tags.give(other, user))));
            work.add(pool.submit(() -> IntStream.range(0, REFRESHES).forEach(time -> profiles.refreshAll())));
            for (int instance = 0; instance < 2; instance++) {
                work.add(pool.submit(() -> IntStream.range(0, REFRESHES).forEach(time -> refresh.refresh(segment))));
            }
        }
        for (Future<?> done : work) {
            done.get();
        }
        refresh.refresh(segment);
        users.stream().filter(user -> user.value() % 2 == 0).forEach(user -> tags.take(asked, user));
        refresh.refresh(segment);

        List<Long> staying =
                users.stream().map(UserId::value).filter(user -> user % 2 != 0).toList();
        assertThat(numbers("select user_id from segments.member where segment_id = :of", segment))
                .containsExactlyElementsOf(staying);
        assertThat(numbers("select user_id from tags.user_tag where tag_id = :of", fed))
                .containsExactlyElementsOf(staying);
        assertThat(numbers("select user_id from tags.user_tag where tag_id = :of", other))
                .hasSize(USERS);
        assertThat(numbers("select user_id from segments.passage where segment_id = :of and entered", segment))
                .containsExactlyElementsOf(users.stream().map(UserId::value).toList());
    }

    private long tag(String name) {
        return jdbc.sql("""
                        insert into tags.tag (group_id, name, colour, created_at)
                        values ((select group_id from tags.tag_group), :name, 1, timestamptz '2026-01-01')
                        returning tag_id
                        """).param("name", name).query(Long.class).single();
    }

    private List<Long> numbers(String query, long of) {
        return jdbc.sql(query + " order by 1").param("of", of).query(Long.class).list();
    }
}
