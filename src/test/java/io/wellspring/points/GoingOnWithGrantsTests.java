package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.points.BulkGrant.State;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import io.wellspring.users.UserMerging;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/** Grants to many thousands are cut off, go on, and are worked on by two at once; everybody gets theirs once. */
@WellspringTest
@AsStaff(Role.MANAGER)
class GoingOnWithGrantsTests {

    @Autowired
    private BulkGrants grants;

    @Autowired
    private GrantWork work;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private PointsReading reading;

    @Autowired
    private UserMerging merging;

    @Autowired
    private JdbcClient jdbc;

    private Rows rows;
    private ThankYous thanks;

    @BeforeEach
    void people() {
        rows = new Rows(jdbc);
        thanks = new ThankYous(grants, jdbc);
        Facts facts = new Facts(jdbc);
        facts.user("ann", "2026-01-01");
        facts.user("bob", "2026-01-01");
        facts.user("cleo", "2026-01-01");
    }

    @Test
    void whatWasCutOffGoesOnWithTheSameUsers() {
        List<UserId> many = thousands(25);
        long grant = thanks.grant(7, many.toArray(UserId[]::new));

        assertThatThrownBy(() -> work.goOn(grant, new QuietWork(10_000))).isInstanceOf(QuietWork.CutOff.class);
        assertThat(rows.count("points.entry")).isEqualTo(10_000);
        assertThat(grants.find(grant).state()).isEqualTo(State.RUNNING);
        assertThatThrownBy(() -> grants.cancel(grant)).isInstanceOf(GrantDecided.class);
        new Facts(jdbc).user("late", "2026-01-02");
        jobs.runPending();

        assertThat(rows.count("points.entry")).isEqualTo(25_000);
        assertThat(rows.count("points.business_key")).isEqualTo(25_000);
        assertThat(grants.find(grant).figures().given()).isEqualTo(25_000 * 7);

        grants.takeBack(grant);
        assertThatThrownBy(() -> work.goOn(grant, new QuietWork(20_000))).isInstanceOf(QuietWork.CutOff.class);
        jobs.runPending();

        assertThat(rows.count("points.entry")).isEqualTo(2 * 25_000);
        assertThat(rows.count("points.lot where remaining > 0")).isZero();
        assertThat(grants.find(grant).figures().takenBack()).isEqualTo(25_000 * 7);
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void twoInstancesGiveItOnceWhileUsersAreMerged() throws Exception {
        List<UserId> many = thousands(15);
        long grant = thanks.grant(7, many.toArray(UserId[]::new));
        List<Callable<Boolean>> all = new ArrayList<>();
        IntStream.range(0, 2)
                .forEach(instance -> all.add(() -> {
                    work.goOn(grant, QuietWork.UNTIL_THE_END);
                    return true;
                }));
        IntStream.range(0, 40)
                .forEach(pair -> all.add(() -> {
                    UserId one = many.get(10 + pair * 300);
                    UserId other = many.get(many.size() - 10 - pair * 30);
                    merging.merge(pair % 2 == 0 ? one : other, pair % 2 == 0 ? other : one);
                    return true;
                }));

        try (ExecutorService threads = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(4))) {
            for (Future<Boolean> one : threads.invokeAll(all)) {
                assertThat(one.get()).isTrue();
            }
        }
        work.goOn(grant, QuietWork.UNTIL_THE_END);

        assertThat(rows.count(
                        "users.users u where not exists (select from points.grantee m where m.user_id = u.user_id)"))
                .isZero();
        assertThat(rows.count(
                        "users.users u where not exists (select from points.entry e where e.user_id = u.user_id)"))
                .isZero();
        assertThat(rows.count(
                        "points.entry e where not exists (select from users.users u where u.user_id = e.user_id)"))
                .isZero();
        assertThat(rows.count("points.entry"))
                .isEqualTo(rows.count("points.business_key"))
                .isEqualTo(rows.count("points.grantee where entry_id is not null"))
                .isBetween(many.size() - 40L, (long) many.size());
        assertThat(grants.find(grant).state()).isEqualTo(State.DONE);
        assertThat(reading.drift(10)).isEmpty();
    }

    /** So many thousand users, ann, bob and cleo among them. */
    private List<UserId> thousands(int thousands) {
        thanks.limit(1000, 1_000_000);
        jdbc.sql("""
                        insert into users.users (registered_at, touched_by, created_by, created_at, updated_at)
                        select timestamptz '2026-01-01', 1, 1, timestamptz '2026-01-01', timestamptz '2026-01-01'
                        from generate_series(4, :users)
                        """).param("users", thousands * 1000).update();
        return jdbc.sql("select user_id from users.users").query(Long.class).list().stream()
                .map(UserId::new)
                .toList();
    }
}
