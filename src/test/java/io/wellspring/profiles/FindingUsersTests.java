package io.wellspring.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.rfm.RfmClass;
import io.wellspring.rfm.RfmReading;
import io.wellspring.rfm.RfmScoring;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WellspringTest
@AsStaff
class FindingUsersTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    @Autowired
    ProfileSearch search;

    @Autowired
    ProfileRefresh refresh;

    @Autowired
    ProfileBatch batch;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    RfmScoring scoring;

    @Autowired
    RfmReading reading;

    @Autowired
    JdbcClient jdbc;

    Facts facts;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
    }

    @Test
    void putsWhatIsKnownOfAUserSideBySide() {
        UserId ann = facts.user("ann", "2026-01-05T00:30");
        facts.order(ann, "2026-06-20", 1000);
        facts.refund(ann, "2026-06-21", 300);
        UserId bob = facts.user("bob", "2026-02-01");
        refreshEverything();

        Profile profile = search.find(ann).orElseThrow();

        assertThat(profile.registeredOn()).contains(LocalDate.parse("2026-01-05"));
        assertThat(profile.channel()).contains("shop");
        assertThat(profile.orders()).isEqualTo(1);
        assertThat(profile.refunds()).isEqualTo(1);
        assertThat(profile.net()).isEqualTo(new Money(700));
        assertThat(profile.recencyDays()).contains(10);
        assertThat(profile.averageOrder()).contains(new Money(700));
        assertThat(profile.window()).isEqualTo(new Profile.Window(1, new Money(700)));
        assertThat(profile.standing()).isPresent();
        assertThat(search.find(bob).orElseThrow().standing()).isEmpty();
        assertThat(refresh.drift(10)).isEmpty();
    }

    @Test
    void writesNothingTheSecondTime() {
        facts.order(facts.user("ann", "2026-01-01"), "2026-06-20", 1000);
        refreshEverything();

        assertThat(batch.refreshAll()).isZero();
        assertThat(batch.refreshTouched(1)).isZero();
        assertThat(batch.deleteGone()).isZero();
    }

    @Test
    void refreshesOnlyUsersAnIntakeTouched() {
        UserId ann = facts.user("ann", "2026-01-01", 2);
        UserId bob = facts.user("bob", "2026-01-01", 3);

        refresh.refreshTouched(2);

        assertThat(search.find(ann)).isPresent();
        assertThat(search.find(bob)).isEmpty();
        assertThat(refresh.drift(10)).containsExactly(bob);
    }

    @Test
    void dropsUsersThatAreGone() {
        UserId ann = facts.user("ann", "2026-01-01");
        refresh.refreshAll();
        jdbc.sql("delete from users.users").update();

        refresh.refreshAll();

        assertThat(search.find(ann)).isEmpty();
    }

    @Test
    void followsASnapshotSomebodyAskedFor() {
        UserId ann = facts.user("ann", "2026-01-01");
        facts.order(ann, "2026-06-20", 1000);
        metrics.refreshAll(AS_OF, 365);
        refresh.refreshAll();
        assertThat(search.find(ann).orElseThrow().standing()).isEmpty();

        scoring.runOnRequest(AS_OF, Optional.empty());

        assertThat(search.find(ann).orElseThrow().standing()).isPresent();
    }

    @Test
    void showsTheSameUsersAsTheClassTableCounts() {
        for (int i = 1; i <= 20; i++) {
            UserId user = facts.user("u" + i, "2026-01-01");
            for (int n = 0; n < i % 4; n++) {
                facts.order(user, "2026-0%d-10".formatted(1 + (i + n) % 6), 100 * i);
            }
        }
        refreshEverything();
        var picture = reading.picture(reading.standing().orElseThrow().id());

        for (RfmClass klass : RfmClass.ALL) {
            assertThat(search.totals(ProfileFilter.where(ListField.CLASS, klass.code()))
                            .users())
                    .isEqualTo(picture.tally(klass).users());
        }
        assertThat(search.totals(ProfileFilter.where(ListField.SCORED, "no")).users())
                .isEqualTo(picture.snapshot().unscoredUsers());
        assertThat(search.totals(ProfileFilter.where(ListField.CLASS, "NONE")).users())
                .isEqualTo(picture.snapshot().unscoredUsers());
    }

    @Test
    void knowsTheClassBefore() {
        UserId ann = facts.user("ann", "2026-01-01");
        UserId fresh = facts.user("fresh", "2026-06-20");
        facts.order(ann, "2026-05-01", 1000);
        facts.order(fresh, "2026-06-20", 1000);
        scoring.run(LocalDate.parse("2026-05-31"));
        refreshEverything();

        assertThat(users(new ProfileFilter(Map.of(ListField.FROM_CLASS, "NONE"), Map.of(), Optional.empty())))
                .containsExactly(fresh);
        assertThat(users(new ProfileFilter(Map.of(ListField.FROM_CLASS, "000"), Map.of(), Optional.empty())))
                .containsExactly(ann);
    }

    @Test
    void filtersByEachField() {
        UserId ann = facts.user("ann", "2026-01-01");
        UserId bob = facts.user("bob", "2026-02-01");
        facts.order(ann, "2026-06-20", 1000);
        facts.order(ann, "2026-06-21", 1000);
        refreshEverything();

        assertThat(users(ProfileFilter.everyone())).containsExactlyInAnyOrder(ann, bob);
        assertThat(users(ProfileFilter.where(ListField.ORDERS_MIN, "2"))).containsExactly(ann);
        assertThat(users(ProfileFilter.where(ListField.ORDERS_MIN, "3"))).isEmpty();
        assertThat(users(ProfileFilter.where(ListField.ORDERS_MAX, "1"))).containsExactly(bob);
        assertThat(users(ProfileFilter.where(ListField.REGISTERED_FROM, "2026-02-01")))
                .containsExactly(bob);
        assertThat(users(ProfileFilter.where(ListField.REGISTERED_TO, "2026-01-31")))
                .containsExactly(ann);
        assertThat(users(ProfileFilter.where(ListField.LAST_ORDER_FROM, "2026-06-21")))
                .containsExactly(ann);
        assertThat(users(ProfileFilter.where(ListField.LAST_ORDER_TO, "2026-06-20")))
                .isEmpty();
        assertThat(users(ProfileFilter.where(ListField.CHANNEL, "shop"))).hasSize(2);
        assertThat(users(ProfileFilter.where(ListField.CITY, "Lima"))).isEmpty();
        Profile.Standing standing = search.find(ann).orElseThrow().standing().orElseThrow();
        assertThat(users(ProfileFilter.where(ListField.GROUP, standing.group().name())))
                .containsExactly(ann);
        assertThat(users(ProfileFilter.where(ListField.R, "" + standing.r()))).containsExactly(ann);
        assertThat(users(ProfileFilter.where(ListField.F, "" + standing.f()))).containsExactly(ann);
        assertThat(users(ProfileFilter.where(ListField.M, "" + standing.m()))).containsExactly(ann);
        assertThat(users(ProfileFilter.where(ListField.SCORED, "yes"))).containsExactly(ann);
        assertThat(users(new ProfileFilter(Map.of(), Map.of(), Optional.of(List.of(bob)))))
                .containsExactly(bob);
        assertThat(users(new ProfileFilter(Map.of(), Map.of(), Optional.of(List.of()))))
                .isEmpty();
        ProfilePage.Totals totals = search.totals(ProfileFilter.everyone());
        assertThat(totals).isEqualTo(new ProfilePage.Totals(2, 2, new Money(2000)));
    }

    @Test
    void refusesWhatItCannotReadInsteadOfShowingEveryone() {
        for (Map.Entry<ListField, String> wrong : Map.of(
                        ListField.CLASS, "112",
                        ListField.GROUP, "nobles",
                        ListField.R, "6",
                        ListField.SCORED, "maybe",
                        ListField.ORDERS_MIN, "many",
                        ListField.REGISTERED_FROM, "yesterday")
                .entrySet()) {
            assertThatThrownBy(() -> search.totals(ProfileFilter.where(wrong.getKey(), wrong.getValue())))
                    .isInstanceOf(UnreadableFilter.class);
        }
    }

    @Test
    void pagesForthAndBackThroughTheWholeOrder() {
        for (int i = 0; i < 23; i++) {
            UserId user = facts.user("u" + i, i % 5 == 0 ? "2026-01-01" : "2026-02-0" + (1 + i % 3));
            for (int n = 0; n < i % 3; n++) {
                facts.order(user, "2026-06-1" + n, 100 * (i % 4));
            }
        }
        refreshEverything();
        for (ProfileSort sort : ProfileSort.ALL) {
            for (boolean descending : new boolean[] {true, false}) {
                List<UserId> whole = ids(page(sort, descending, new ProfileWindow.First(), 100));
                assertThat(whole).hasSize(23).doesNotHaveDuplicates();
                assertThat(forth(sort, descending)).as("%s forth", sort).isEqualTo(whole);
                assertThat(back(sort, descending)).as("%s back", sort).isEqualTo(whole);
            }
        }
    }

    @Test
    void startsTheLastPageWhereCountingWouldPutIt() {
        for (int i = 0; i < 23; i++) {
            facts.user("u" + i, "2026-01-01");
        }
        refreshEverything();

        ProfilePage last = page(ProfileSort.NET_AMOUNT, true, new ProfileWindow.Last(), 10);

        assertThat(last.rows()).hasSize(3);
        assertThat(last.after()).isEmpty();
        assertThat(last.before()).isPresent();
    }

    @Test
    void refusesAPlaceThatIsNone() {
        var mark = new ProfileWindow.Mark("ten", new UserId(1));
        assertThatThrownBy(() -> page(ProfileSort.ORDERS, true, new ProfileWindow.After(mark), 10))
                .isInstanceOf(UnreadablePlace.class);
        assertThat(ProfileWindow.Mark.parse("5_7")).contains(new ProfileWindow.Mark("5", new UserId(7)));
        assertThat(ProfileWindow.Mark.parse("5_x")).isEmpty();
        assertThat(ProfileWindow.Mark.parse("_7")).isEmpty();
    }

    @Test
    void listsChannelsByUse() {
        facts.user("ann", "2026-01-01");
        refreshEverything();

        assertThat(search.surroundings().channels()).containsExactly("shop");
    }

    private void refreshEverything() {
        metrics.refreshAll(AS_OF, 365);
        scoring.run(AS_OF);
        refresh.refreshAll();
    }

    private ProfilePage page(ProfileSort sort, boolean descending, ProfileWindow window, int size) {
        return search.page(ProfileFilter.everyone(), sort, descending, window, size);
    }

    private List<UserId> forth(ProfileSort sort, boolean descending) {
        List<UserId> seen = new ArrayList<>();
        ProfilePage page = page(sort, descending, new ProfileWindow.First(), 5);
        seen.addAll(ids(page));
        while (page.after().isPresent()) {
            page = page(sort, descending, new ProfileWindow.After(page.after().get()), 5);
            seen.addAll(ids(page));
        }
        return seen;
    }

    private List<UserId> back(ProfileSort sort, boolean descending) {
        List<List<UserId>> pages = new ArrayList<>();
        ProfilePage page = page(sort, descending, new ProfileWindow.Last(), 5);
        pages.add(ids(page));
        while (page.before().isPresent()) {
            page = page(sort, descending, new ProfileWindow.Before(page.before().get()), 5);
            pages.add(ids(page));
        }
        Collections.reverse(pages);
        return pages.stream().flatMap(List::stream).toList();
    }

    private List<UserId> users(ProfileFilter filter) {
        return ids(search.page(filter, ProfileSort.NET_AMOUNT, true, new ProfileWindow.First(), 100));
    }

    private static List<UserId> ids(ProfilePage page) {
        return page.rows().stream().map(Profile::id).toList();
    }
}
