package io.wellspring.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.WellspringTest;
import io.wellspring.activity.ActivityLog;
import io.wellspring.activity.BehaviourRow;
import io.wellspring.activity.OrderIntake;
import io.wellspring.activity.OrderKind;
import io.wellspring.activity.OrderRow;
import io.wellspring.activity.OrderTerms;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Ann came twice: by her card number, and by her phone in an order of the web shop. */
@WellspringTest
@AsStaff
class MergingUsersTests {

    private static final Instant WHEN = Instant.parse("2026-07-01T02:00:00Z");

    @Autowired
    private UserIntake users;

    @Autowired
    private OrderIntake orders;

    @Autowired
    private ActivityLog activity;

    @Autowired
    private UserMerging merging;

    @Autowired
    private UserDirectory directory;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private UserId card;
    private UserId phone;

    @BeforeEach
    void annTwice() {
        users.stage(
                1,
                rows -> Stream.of(
                                user(2, "A1", "+8613800000001", null, "Hangzhou", "2026-02-01T04:00:00Z"),
                                user(3, null, "+8613800000002", "ann@example.com", null, "2026-01-01T04:00:00Z"))
                        .forEach(rows));
        users.merge(1, UserTerms.usual(false, WHEN));
        orders.stage(
                2,
                rows -> Stream.of(order(2, "N1", "A1", null, 100), order(3, "N2", null, "+8613800000002", 300))
                        .forEach(rows));
        orders.merge(2, new OrderTerms("file", false, false, WHEN));
        activity.take(3, rows -> rows.accept(new BehaviourRow("A1", "login", WHEN, 1)), false);
        card = directory.search("A1", 1).getFirst();
        phone = directory.search("ann@example.com", 1).getFirst();
    }

    @Test
    void makesOneOfTwo() {
        merging.merge(card, phone);

        assertThat(directory.count()).isEqualTo(1);
        assertThat(Stream.of("A1", "+8613800000001", "+8613800000002", "ann@example.com")
                        .map(identity -> directory.search(identity, 5)))
                .allSatisfy(found -> assertThat(found).containsExactly(card));
        UserCard ann = directory.card(card).orElseThrow();
        assertThat(ann.city()).isEqualTo("Hangzhou");
        assertThat(ann.maskedEmail()).isEqualTo("a***@example.com");
        assertThat(ann.registeredAt()).isEqualTo(Instant.parse("2026-01-01T04:00:00Z"));
        assertThat(activity.ordersOf(card, 1, 10).rows()).hasSize(2);
        assertThat(jdbc.sql("select absorbed ->> 'PHONE' from users.merge_record")
                        .query(String.class)
                        .single())
                .isEqualTo("+8613800000002");
        assertThat(merging.survivorOf(phone)).contains(card);
        jobs.runPending();
        assertThat(metrics.drift(10)).isEmpty();
    }

    @Test
    void leadsTheOldAddressToWhoStays() {
        merging.merge(card, phone);

        assertThat(mvc.get().uri("/users/" + phone)).hasStatus3xxRedirection().hasRedirectedUrl("/users/" + card);
    }

    /** The file that had been refused for naming two users is about one now, and says nothing new. */
    @Test
    void letsTheConflictIn() {
        UserRow both = user(2, "A1", "+8613800000002", null, null, null);
        users.stage(9, rows -> rows.accept(both));
        assertThat(users.rehearse(9, UserTerms.usual(false, WHEN)).rejected()).isEqualTo(1);
        assertThat(users.rejections(9, 0, 10))
                .singleElement()
                .satisfies(refused -> assertThat(List.of(refused.userId(), refused.otherUserId()))
                        .containsExactly(card.value(), phone.value()));

        merging.merge(card, phone);

        assertThat(users.merge(9, UserTerms.usual(false, WHEN)).rejected()).isZero();
    }

    @Test
    void keepsWhoWasMergedWhenTheImportIsUndone() {
        merging.merge(card, phone);

        assertThat(users.undo(1, 2).kept()).isEqualTo(2);
        assertThat(directory.count()).isEqualTo(1);
        assertThat(users.remainder(1, 0, 10))
                .extracting(UndoRemainder::reason)
                .containsExactlyInAnyOrder("MERGED_WITH", "MERGED_INTO");
    }

    @Test
    void refusesOneAndTheSameAndStrangers() {
        assertThatThrownBy(() -> merging.merge(card, card)).isInstanceOf(SameUser.class);
        assertThatThrownBy(() -> merging.merge(card, new UserId(999))).isInstanceOf(UnknownUser.class);
        assertThat(directory.count()).isEqualTo(2);
    }

    @Test
    void showsBothBeforeMerging() {
        assertThat(mvc.get().uri("/users/" + card + "/merges/new").param("other", "+8613800000002"))
                .hasStatusOk()
                .bodyText()
                .contains("138****0001", "138****0002");
    }

    private static UserRow user(
            long line,
            @Nullable String externalId,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String city,
            @Nullable String registered) {
        return new UserRow(
                line,
                externalId,
                null,
                phone,
                email,
                null,
                null,
                null,
                city,
                null,
                registered == null ? null : Instant.parse(registered));
    }

    private static OrderRow order(
            long line, String number, @Nullable String externalId, @Nullable String phone, long amount) {
        return new OrderRow(
                line,
                OrderKind.ORDER,
                number,
                externalId,
                phone,
                null,
                Instant.parse("2026-06-01T04:00:00Z"),
                new Money(amount),
                null);
    }
}
