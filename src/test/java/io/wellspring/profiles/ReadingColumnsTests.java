package io.wellspring.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.Consents;
import io.wellspring.users.ContactMedium;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Columns in memory say what the database says, of one state of the profiles. */
@WellspringTest
@AsStaff
class ReadingColumnsTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");
    private static final Currency CNY = Currency.getInstance("CNY");

    @Autowired
    Consents consents;

    @Autowired
    ProfileColumnStore columns;

    @Autowired
    ProfileRefresh refresh;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    DSLContext jooq;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void decideAsTheDatabaseDoes(ProfileField field) {
        profilesByChance();
        for (Operator operator : Operator.of(field)) {
            for (List<String> values : values(field, operator)) {
                FieldTest test = new FieldTest(field, operator, values);
                List<UserId> found = columns.reading(state ->
                        state.users(columns.satisfying(state, test, AS_OF)).toList());
                List<UserId> bySql = jooq.select(ProfileTable.USER_ID)
                        .from(ProfileTable.PROFILE)
                        .where(ProfileTable.satisfies(test, AS_OF, CNY))
                        .orderBy(ProfileTable.USER_ID)
                        .fetch(row -> new UserId(row.value1()));
                assertThat(found).as("%s", test).isEqualTo(bySql);
            }
        }
    }

    @Test
    void tellWhichShareOfAllBroughtAtLeastAsMuch() {
        Facts facts = new Facts(jdbc);
        facts.order(facts.user("ann", "2026-01-01"), "2026-03-01", 300);
        facts.order(facts.user("bob", "2026-01-01"), "2026-03-01", 200);
        facts.user("carol", "2026-01-01");
        facts.user("dan", "2026-01-01");
        assertThat(columns.shareWithNet(Money.ZERO)).isZero();

        refreshEverything();

        assertThat(columns.shareWithNet(new Money(301))).isZero();
        assertThat(columns.shareWithNet(new Money(300))).isEqualTo(0.25);
        assertThat(columns.shareWithNet(new Money(201))).isEqualTo(0.25);
        assertThat(columns.shareWithNet(new Money(200))).isEqualTo(0.5);
        assertThat(columns.shareWithNet(Money.ZERO)).isEqualTo(1);
        assertThat(columns.shareWithNet(new Money(-1))).isEqualTo(1);
    }

    private void profilesByChance() {
        jdbc.sql("""
                insert into profiles.profile (
                  user_id, net_amount, window_net, points, points_expiring, growth_value, orders, refunds, window_orders, demo, has_phone,
                  has_email, last_order_on, first_order_on, registered_on, stage_since, stage, tier_due_on, redeemed_on, birth_year,
                  birthday, tier_no, r, f, m, class_code, group_code, city, channel, province, gender, median_gap_days, sms_consent,
                  email_consent)
                select
                  3 * g, random() * 40000 - 10000, 5000000000 * random(), 5 - random() * 10, random() * 3, random() * 4, g % 5, g % 3, g % 4,
                  g % 2 = 0, g % 3 = 0, g % 5 = 0,
                  case when g % 4 > 0 then date '2026-06-30' - (random() * 60)::int end,
                  case when g % 4 > 0 then date '2026-06-30' - (random() * 60)::int end,
                  date '2026-06-30' - (random() * 60)::int,
                  case when g % 6 > 0 then date '2026-06-30' - (random() * 60)::int end,
                  case when g % 6 > 0 then (array['NEW', 'GROWING', 'LOST'])[1 + g % 3] end,
                  case when g % 4 > 0 then date '2026-06-30' + (random() * 60)::int end,
                  case when g % 4 > 0 then date '2026-06-30' - (random() * 60)::int end,
                  case when g % 3 > 0 then 1990 + g % 20 end,
                  case when g % 3 > 0 then 100 * (1 + g % 12) + 1 + g % 28 end,
                  case when g % 5 > 0 then g % 5 end,
                  case when g % 7 > 0 then 1 + g % 5 end, case when g % 7 > 0 then 1 + g % 5 end, case when g % 7 > 0 then 1 + g % 5 end,
                  case when g % 7 > 0 then (array['111', '101', '000'])[1 + g % 3] end,
                  case when g % 7 > 0 then (array['KEY', 'GENERAL'])[1 + g % 2] end,
                  (array['Oslo', 'Bergen', null])[1 + g % 3], (array['shop', 'web', null])[1 + g % 3], (array['Viken', null])[1 + g % 2],
                  (array['FEMALE', 'MALE', null])[1 + g % 3], case when g % 3 > 0 then round((g % 30) / 4.0, 1) end,
                  (array[true, false, null])[1 + g % 3], (array[true, false, null])[1 + g % 3]
                from generate_series(1, 300) g;
                insert into profiles.revision (revision) values (gen_random_uuid())
                on conflict (only_one) do update set revision = excluded.revision
                """).update();
    }

    private static List<List<String>> values(ProfileField field, Operator operator) {
        if (operator.fewest() == 0) {
            return List.of(List.of());
        }
        List<String> some = operator.takesDays()
                ? List.of("1", "7", "30", "36500")
                : switch (field.kind()) {
                    case NUMBER -> List.of("-3", "0", "1", "2", "2.5", "3.3001", "40", "1000000000000");
                    case MONEY -> List.of("-20", "0", "0.01", "33.3333", "99.999", "150", "20000000", "1000000000000");
                    case DATE ->
                        List.of("0001-01-01", "2026-06-01", "2026-06-15", "2026-06-30", "2026-07-20", "9999-12-31");
                    case CODE -> field.codes().isEmpty() ? List.of("1", "2", "9") : field.codes();
                    case TEXT -> List.of("Oslo", "shop", "Viken", "nowhere");
                    case YES_NO -> List.of();
                };
        if (operator == Operator.BETWEEN) {
            return IntStream.range(1, some.size())
                    .mapToObj(i -> List.of(some.get(i - 1), some.get(i)))
                    .toList();
        }
        List<List<String>> each = new ArrayList<>(some.stream().map(List::of).toList());
        if (operator.most() > 1) {
            each.add(some);
        }
        return each;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 20000",
        "0.0001, 2",
        "0.00005, 1",
        "0.00015, 3",
        "-0.0001, -2",
        "-0.00005, -1",
        "-0.00015, -3"
    })
    void keepNumbersBetweenBoundsApartFromThem(BigDecimal number, long doubled) {
        assertThat(ColumnTest.doubled(number)).isEqualTo(doubled);
    }

    @Test
    void holdNumbersNobodyHas() {
        assertThat(ColumnTest.doubled(new BigDecimal("1e30")))
                .isGreaterThan(ColumnTest.doubled(new BigDecimal("1e14")));
        assertThat(ColumnTest.doubled(new BigDecimal("-1e30"))).isLessThan(ColumnTest.doubled(new BigDecimal("-1e14")));
    }

    @Test
    void areReadAgainWhenProfilesChangeMeanwhile() {
        Facts facts = new Facts(jdbc);
        UserId ann = facts.user("ann", "2026-01-01");
        facts.order(ann, "2026-06-20", 1000);
        refreshEverything();
        FieldTest ordered = new FieldTest(ProfileField.ORDERS, Operator.AT_LEAST, List.of("1"));
        AtomicInteger asked = new AtomicInteger();

        Money net = columns.reading(state -> {
            if (asked.incrementAndGet() == 1) {
                facts.order(facts.user("bob", "2026-01-01"), "2026-06-21", 500);
                refreshEverything();
            }
            return state.net(columns.satisfying(state, ordered, AS_OF));
        });

        assertThat(net).isEqualTo(new Money(1500));
        assertThat(asked).hasValue(2);
    }

    @Test
    void areGivenUpOnWhenProfilesNeverRest() {
        new Facts(jdbc).user("ann", "2026-01-01");
        refreshEverything();
        FieldTest ordered = new FieldTest(ProfileField.ORDERS, Operator.AT_LEAST, List.of("1"));

        assertThatExceptionOfType(ProfilesRefreshing.class)
                .isThrownBy(() -> columns.reading(state -> {
                    refreshEverything();
                    return columns.satisfying(state, ordered, AS_OF);
                }));
    }

    @Test
    void knowAtOnceWhoAgreedAndAreNotReadAnewForIt() {
        UserId ann = new Facts(jdbc).user("ann", "2026-01-01");
        refreshEverything();
        FieldTest agreed = new FieldTest(ProfileField.SMS_CONSENT, Operator.YES, List.of());
        AtomicInteger asked = new AtomicInteger();

        for (boolean given : List.of(true, false, true, false, true, false)) {
            int agreeing = columns.reading(state -> {
                asked.incrementAndGet();
                consents.change(ann, ContactMedium.SMS, Optional.of(given), "on the phone");
                return columns.satisfying(state, agreed, AS_OF).size();
            });
            assertThat(agreeing).isEqualTo(given ? 1 : 0);
        }

        assertThat(asked).hasValue(6);
    }

    @Test
    void ofNobodyBeforeTheFirstRefresh() {
        new Facts(jdbc).user("ann", "2026-01-01");

        int users = columns.reading(ProfileState::size);
        assertThat(users).isZero();
    }

    @Test
    void pickSamplesWithoutNamingAnybodyTwice() {
        profilesByChance();

        Stream.of(0, 1, 4, 5, 6, 300)
                .forEach(many -> columns.reading(state -> {
                    UserSet some = state.where(place -> place >= 300 - many);
                    assertThat(state.samples(some, 5))
                            .hasSize(Math.min(5, many))
                            .doesNotHaveDuplicates()
                            .allMatch(user -> some.has(state.place(user.value())));
                    return many;
                }));
    }

    private void refreshEverything() {
        metrics.refreshAll(AS_OF, 365);
        refresh.refreshAll();
    }
}
