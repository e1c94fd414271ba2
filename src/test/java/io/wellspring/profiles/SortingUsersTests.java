package io.wellspring.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WellspringTest
@AsStaff
class SortingUsersTests {

    private static final int USERS = 60;

    @Autowired
    ProfileSearch search;

    @Autowired
    JdbcClient jdbc;

    /** Many ties and much that is missing: every column has few values, and every third user none of those that can be missing. */
    @BeforeEach
    void people() {
        jdbc.sql("""
                        insert into profiles.profile (
                          user_id, demo, registered_on, first_order_on, last_order_on, orders, refunds, net_amount, window_orders, growth_value, points,
                          window_net, median_gap_days, r, f, m, class_code, group_code, stage, stage_since
                        )
                        select
                          n, false, d, d, d + 3, case when n % 3 = 0 then 0 else n % 4 end, n % 2, (n % 5 - 1) * 100, n % 3, n % 6, n % 7 - 2,
                          (n % 4) * 50, case when n % 3 > 0 then (n % 4) / 2.0 + 0.5 end, s, s, s,
                          case when s is not null then (array['111', '000', '101'])[1 + n % 3] end,
                          case when s is not null then (array['CHAMPIONS', 'LOST'])[1 + n % 2] end,
                          case when s is not null then (array['MATURE', 'NEW', 'LOST', 'GROWING'])[1 + n % 4] end, d
                        from generate_series(1, :users) n
                        cross join lateral (
                          select
                            case when n % 3 > 0 then date '2026-01-01' + n % 4 end as d,
                            case when n % 3 > 0 then (1 + n % 5)::smallint end as s
                        ) x
                        """).param("users", USERS).update();
    }

    @ParameterizedTest
    @EnumSource
    void showsEverybodyOncePageByPageForthAndBack(ProfileSort sort) {
        for (boolean descending : new boolean[] {true, false}) {
            List<UserId> whole = exported(sort, descending);
            assertThat(whole).hasSize(USERS).doesNotHaveDuplicates();
            assertThat(forth(sort, descending)).as("%s forth", descending).isEqualTo(whole);
            assertThat(back(sort, descending)).as("%s back", descending).isEqualTo(whole);
            assertThat(fromTheMiddleBack(sort, descending))
                    .as("%s from the middle", descending)
                    .isEqualTo(whole.subList(0, 7));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registered",
                "first-order",
                "last-order",
                "average-order",
                "rhythm",
                "class",
                "group",
                "stage",
                "stage-since"
            })
    void putsWhatIsMissingLastWhicheverWayItGoes(String parameter) {
        ProfileSort sort = ProfileSort.of(parameter).orElseThrow();
        for (boolean descending : new boolean[] {true, false}) {
            List<Profile> rows =
                    page(sort, descending, new ProfileWindow.First(), USERS).rows();
            List<Boolean> missing =
                    rows.stream().map(row -> isMissing(row, sort)).toList();
            assertThat(missing).as("%s %s", parameter, descending).contains(true, false);
            assertThat(missing).as("%s %s", parameter, descending).isSorted();
        }
    }

    @Test
    void letsTheNumberDecideAmongEquals() {
        List<UserId> rows = page(ProfileSort.REFUNDS, false, new ProfileWindow.First(), USERS).rows().stream()
                .map(Profile::id)
                .toList();

        assertThat(rows.subList(0, USERS / 2)).isSortedAccordingTo((a, b) -> Long.compare(a.value(), b.value()));
        assertThat(rows.getFirst()).isEqualTo(new UserId(2));
        assertThat(page(ProfileSort.REFUNDS, true, new ProfileWindow.First(), 1)
                        .rows()
                        .getFirst()
                        .id())
                .isEqualTo(new UserId(59));
    }

    @Test
    void putsStagesInTheOrderOfLife() {
        List<String> stages = page(ProfileSort.STAGE, false, new ProfileWindow.First(), USERS).rows().stream()
                .flatMap(row -> row.stage().stream())
                .map(at -> at.stage().name())
                .distinct()
                .toList();

        assertThat(stages).containsExactly("NEW", "GROWING", "MATURE", "LOST");
    }

    @Test
    void staysInAFilteredList() {
        ProfileFilter mature = ProfileFilter.where(ListField.STAGE, "MATURE");
        List<UserId> seen = new ArrayList<>();
        ProfilePage page = search.page(mature, ProfileSort.STAGE, true, new ProfileWindow.First(), 3);
        seen.addAll(ids(page));
        while (page.after().isPresent()) {
            page = search.page(
                    mature,
                    ProfileSort.STAGE,
                    true,
                    new ProfileWindow.After(page.after().get()),
                    3);
            seen.addAll(ids(page));
        }

        assertThat(seen).hasSize(10).doesNotHaveDuplicates();
        assertThat(search.totals(mature).users()).isEqualTo(10);
    }

    @Test
    void refusesAPlaceThatIsNone() {
        for (Map.Entry<ProfileSort, String> wrong : Map.of(
                        ProfileSort.STAGE, "NEW:many",
                        ProfileSort.CLASS, "112:5",
                        ProfileSort.NET_AMOUNT, "-",
                        ProfileSort.RHYTHM, "often",
                        ProfileSort.REGISTERED, "yesterday")
                .entrySet()) {
            var place = new ProfileWindow.After(new ProfileWindow.Mark(wrong.getValue(), new UserId(1)));
            assertThatThrownBy(() -> page(wrong.getKey(), true, place, 5))
                    .as("%s", wrong)
                    .isInstanceOf(UnreadablePlace.class);
        }
    }

    @Test
    void hasAnIndexForEachOrder() {
        jdbc.sql("analyze profiles.profile").update();
        for (ProfileSort sort : ProfileSort.ALL) {
            for (SortRun run : sort.runs(true)) {
                String column = run.by().getFirst().getName();
                assertThat(jdbc.sql(
                                        "select indexdef from pg_indexes where schemaname = 'profiles' and tablename = 'profile'")
                                .query(String.class)
                                .list())
                        .as("%s", sort)
                        .anyMatch(index -> index.contains("(" + column + ", ")
                                || index.contains(", " + column + ", user_id)")
                                || column.contains("round(") && index.contains("round("));
            }
        }
    }

    private static boolean isMissing(Profile row, ProfileSort sort) {
        return switch (sort) {
            case REGISTERED -> row.registeredOn().isEmpty();
            case FIRST_ORDER -> row.firstOrderOn().isEmpty();
            case LAST_ORDER -> row.lastOrderOn().isEmpty();
            case AVERAGE_ORDER -> row.averageOrder().isEmpty();
            case RHYTHM -> row.rhythm().isEmpty();
            case CLASS, GROUP -> row.standing().isEmpty();
            case STAGE, STAGE_SINCE -> row.stage().isEmpty();
            case ORDERS, REFUNDS, NET_AMOUNT, WINDOW_ORDERS, WINDOW_NET, GROWTH_VALUE, POINTS -> false;
        };
    }

    private ProfilePage page(ProfileSort sort, boolean descending, ProfileWindow window, int size) {
        return search.page(ProfileFilter.everyone(), sort, descending, window, size);
    }

    private List<UserId> exported(ProfileSort sort, boolean descending) {
        List<UserId> whole = new ArrayList<>();
        search.export(
                ProfileFilter.everyone(),
                sort,
                descending,
                ListColumn.USUAL,
                row -> whole.add(row.profile().id()));
        return whole;
    }

    private List<UserId> forth(ProfileSort sort, boolean descending) {
        List<UserId> seen = new ArrayList<>();
        Optional<ProfileWindow> next = Optional.of(new ProfileWindow.First());
        while (next.isPresent()) {
            ProfilePage page = page(sort, descending, next.get(), 7);
            seen.addAll(ids(page));
            next = page.after().map(ProfileWindow.After::new);
        }
        return seen;
    }

    private List<UserId> back(ProfileSort sort, boolean descending) {
        List<List<UserId>> pages = new ArrayList<>();
        Optional<ProfileWindow> next = Optional.of(new ProfileWindow.Last());
        while (next.isPresent()) {
            ProfilePage page = page(sort, descending, next.get(), 7);
            pages.add(ids(page));
            next = page.before().map(ProfileWindow.Before::new);
        }
        Collections.reverse(pages);
        return pages.stream().flatMap(List::stream).toList();
    }

    private List<UserId> fromTheMiddleBack(ProfileSort sort, boolean descending) {
        ProfilePage first = page(sort, descending, new ProfileWindow.First(), 7);
        ProfilePage second =
                page(sort, descending, new ProfileWindow.After(first.after().orElseThrow()), 7);
        return ids(
                page(sort, descending, new ProfileWindow.Before(second.before().orElseThrow()), 7));
    }

    private static List<UserId> ids(ProfilePage page) {
        return page.rows().stream().map(Profile::id).toList();
    }
}
