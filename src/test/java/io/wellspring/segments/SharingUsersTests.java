package io.wellspring.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.segments.RuleNode.Kind;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UserMerging;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which segments share users, said from memory and never older than what stands in the database. */
@WellspringTest
@AsStaff
class SharingUsersTests {

    @Autowired
    SegmentBook book;

    @Autowired
    ListedSegments listed;

    @Autowired
    SegmentRefresh refresh;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    ProfileRefresh profiles;

    @Autowired
    UserMerging merging;

    @Autowired
    JdbcClient jdbc;

    Facts facts;
    UserId ann;
    UserId bob;
    UserId cyd;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-01");
        cyd = facts.user("cyd", "2026-01-01");
        figures();
    }

    @Test
    void putsTheClosestFirstAndLeavesOutThoseApart() {
        long own = listed.createOf("Own", "", List.of(ann, bob));
        long wide = listed.createOf("Wide", "", List.of(ann, bob, cyd));
        long same = listed.createOf("Same", "", List.of(ann, bob));
        long one = listed.createOf("One", "", List.of(bob));
        listed.createOf("Apart", "", List.of(cyd));

        assertThat(book.sharing(own))
                .extracting(shared -> shared.other().id(), SharedMembers::users, SharedMembers::size)
                .containsExactly(tuple(same, 2, 2), tuple(wide, 2, 3), tuple(one, 1, 1));
        assertThat(shared(one)).containsExactly(own, same, wide);
    }

    @Test
    void knowsWhoCameAndWentByARefresh() {
        long buyers = book.create("Buyers", "", orders());
        long all = listed.createOf("All", "", List.of(ann, bob, cyd));
        refresh.refresh(buyers);
        assertThat(book.sharing(all)).isEmpty();

        facts.order(ann, "2026-06-01", 100);
        figures();
        refresh.refresh(buyers);
        assertThat(book.sharing(all)).extracting(SharedMembers::users).containsExactly(1L);

        facts.order(bob, "2026-06-01", 100);
        figures();
        refresh.refresh(buyers);
        refresh.refresh(buyers);
        assertThat(book.sharing(all)).extracting(SharedMembers::users).containsExactly(2L);
    }

    @Test
    void followsAMembershipThatWentFromOneUserToAnother() {
        long own = listed.createOf("Own", "", List.of(ann));
        long other = listed.createOf("Other", "", List.of(bob));
        assertThat(book.sharing(own)).isEmpty();

        merging.merge(ann, bob);

        assertThat(shared(own)).containsExactly(other);
    }

    @Test
    void forgetsWhoIsNoUserAnyMore() {
        long own = listed.createOf("Own", "", List.of(ann, bob));
        listed.createOf("Other", "", List.of(ann, bob));
        assertThat(book.sharing(own)).extracting(SharedMembers::users).containsExactly(2L);

        jdbc.sql("delete from users.users where user_id = :user")
                .param("user", bob.value())
                .update();
        profiles.refreshAll();
        refresh.refreshAll();

        assertThat(book.sharing(own)).extracting(SharedMembers::users).containsExactly(1L);
    }

    @Test
    void leavesOutArchivedOnesButSaysWhatOneOfThemShares() {
        long own = listed.createOf("Own", "", List.of(ann));
        long archived = listed.createOf("Archived", "", List.of(ann));
        book.archive(archived);

        assertThat(book.sharing(own)).isEmpty();
        assertThat(shared(archived)).containsExactly(own);
        assertThatThrownBy(() -> book.sharing(999)).isInstanceOf(NoSuchSegment.class);
    }

    @Test
    void countsNumbersHoweverFarApart() {
        UserNumbers few = numbers(1, (1 << 20) - 1, 1 << 20, 5_000_000_000L);
        UserNumbers others = numbers((1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5_000_000_000L, 5_000_000_001L);

        assertThat(few.size()).isEqualTo(4);
        assertThat(few.among(others)).isEqualTo(3);
        assertThat(others.among(few)).isEqualTo(3);
        assertThat(few.among(numbers())).isZero();
    }

    private static UserNumbers numbers(long... users) {
        return UserNumbers.of(
                taker -> LongStream.of(users).mapToObj(UserId::new).forEach(taker));
    }

    private static Tuple tuple(long segment, long users, long size) {
        return Tuple.tuple(segment, users, size);
    }

    private List<Long> shared(long segment) {
        return book.sharing(segment).stream().map(one -> one.other().id()).toList();
    }

    private void figures() {
        metrics.refreshAll(LocalDate.parse("2026-06-30"), 365);
        profiles.refreshAll();
    }

    private static RuleNode orders() {
        return RuleNode.group(
                Kind.ALL, List.of(RuleNode.condition(Kind.FIELD, "orders", "AT_LEAST", List.of("1"), "")));
    }
}
