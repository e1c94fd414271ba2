package io.wellspring.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.rfm.RfmScoring;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Totals are counted once and kept, and exact all the same. */
@WellspringTest
@AsStaff
class CountingUsersTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    @Autowired
    ProfileSearch search;

    @Autowired
    ProfileRefresh refresh;

    @Autowired
    ProfileQueries queries;

    @Autowired
    ProfileBatch batch;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    RfmScoring scoring;

    @Autowired
    JdbcClient jdbc;

    Facts facts;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
    }

    @Test
    void areNewAfterEachRefreshThatChangedSomebody() {
        UserId ann = facts.user("ann", "2026-01-01");
        refreshEverything();
        assertThat(search.totals(ProfileFilter.everyone()).users()).isEqualTo(1);
        assertThat(search.totals(ProfileFilter.where(ListField.ORDERS_MIN, "1")).users())
                .isZero();

        facts.user("bob", "2026-01-01");
        facts.order(ann, "2026-06-20", 1000);
        refreshEverything();

        assertThat(search.totals(ProfileFilter.everyone()).users()).isEqualTo(2);
        assertThat(search.totals(ProfileFilter.where(ListField.ORDERS_MIN, "1")).users())
                .isEqualTo(1);
    }

    @Test
    void areNewAfterAnIntakeAndAfterUsersWent() {
        facts.user("ann", "2026-01-01");
        refreshEverything();
        assertThat(search.totals(ProfileFilter.everyone()).users()).isEqualTo(1);

        facts.user("bob", "2026-01-01", 2);
        refresh.refreshTouched(2);
        assertThat(search.totals(ProfileFilter.everyone()).users()).isEqualTo(2);

        jdbc.sql("delete from users.users where external_id = 'X-bob'").update();
        refresh.refreshTouched(2);
        assertThat(search.totals(ProfileFilter.everyone()).users()).isEqualTo(1);
    }

    @Test
    void areKeptUntilTheNextRefreshWhichMayBringHistoriesWhereProfilesStay() {
        facts.user("ann", "2026-01-01");
        refreshEverything();
        UUID before = queries.revision().orElseThrow();
        assertThat(queries.revision()).contains(before);

        refreshEverything();

        assertThat(queries.revision()).isPresent().isNotEqualTo(Optional.of(before));
    }

    @Test
    void ofTagsAreCountedEachTime() {
        UserId ann = facts.user("ann", "2026-01-01");
        refreshEverything();
        assertThat(search.totals(ProfileFilter.where(ListField.TAG, "ANY")).users())
                .isZero();

        long group = jdbc.sql(
                        "insert into tags.tag_group (name, created_at) values ('Level', timestamptz '2026-01-01') returning group_id")
                .query(Long.class)
                .single();
        long tag = jdbc.sql(
                        "insert into tags.tag (group_id, name, colour, created_at) values (:group, 'gold', 1, timestamptz '2026-01-01') returning tag_id")
                .param("group", group)
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into tags.user_tag (user_id, tag_id, intake_id, since) values (:user, :tag, 1, timestamptz '2026-01-01')")
                .param("user", ann.value())
                .param("tag", tag)
                .update();

        assertThat(search.totals(ProfileFilter.where(ListField.TAG, "ANY")).users())
                .isEqualTo(1);
        assertThat(search.totals(ProfileFilter.where(ListField.TAG, "G" + group))
                        .users())
                .isEqualTo(1);
        assertThat(search.totals(ProfileFilter.where(ListField.TAG, "G999")).users())
                .isZero();
    }

    @Test
    void areCountedOnceForAllWhoAskAtOnce() throws Exception {
        KeptAnswers kept = new KeptAnswers();
        UUID revision = UUID.randomUUID();
        AtomicInteger counted = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(8)) {
            Future<Integer> first = pool.submit(() -> kept.of(revision, "all", () -> {
                begun.countDown();
                await(go);
                return counted.incrementAndGet();
            }));
            begun.await();
            assertThat(kept.find(revision, "all")).isEmpty();
            List<Future<Integer>> others = IntStream.range(0, 7)
                    .mapToObj(n -> pool.submit(() -> kept.of(revision, "all", counted::incrementAndGet)))
                    .toList();
            go.countDown();
            assertThat(first.get()).isEqualTo(1);
            for (Future<Integer> other : others) {
                assertThat(other.get()).isEqualTo(1);
            }
        }
        assertThat(kept.<Integer>find(revision, "all")).contains(1);
        assertThat(kept.find(UUID.randomUUID(), "all")).isEmpty();
    }

    @Test
    void areCountedAgainAfterCountingFailed() {
        KeptAnswers kept = new KeptAnswers();
        UUID revision = UUID.randomUUID();
        assertThatThrownBy(() -> kept.of(revision, "all", () -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(kept.<Integer>of(revision, "all", () -> 5)).isEqualTo(5);
    }

    @Test
    void findTheirIndexesAgainWhenTheyAreTakenOffForAFirstLoad() {
        List<String> before = indexes();

        batch.dropIndexes();
        batch.dropIndexes();
        assertThat(indexes()).containsExactly("profile_pkey");
        batch.addIndexes();
        batch.addIndexes();

        assertThat(indexes()).isEqualTo(before).hasSizeGreaterThan(10);
        assertThat(batch.areMostlyNew()).isFalse();
    }

    private List<String> indexes() {
        return jdbc.sql(
                        "select indexname from pg_indexes where schemaname = 'profiles' and tablename = 'profile' order by 1")
                .query(String.class)
                .list();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refreshEverything() {
        metrics.refreshAll(AS_OF, 365);
        scoring.run(AS_OF);
        refresh.refreshAll();
    }
}
