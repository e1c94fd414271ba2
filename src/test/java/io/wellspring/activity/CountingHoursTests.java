package io.wellspring.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.activity.ActivityHours.Slot;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Hours are those of the business zone, Shanghai: eight hours ahead of what the database keeps. */
@WellspringTest
@AsStaff(Role.OPERATOR)
class CountingHoursTests {

    @Autowired
    private ActivityLog log;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private Facts facts;
    private UserId ann;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
    }

    @Test
    void countsByTheDayAndHourOfTheBusinessZone() {
        facts.order(ann, "2026-06-29T00:30", 100);
        facts.order(ann, "2026-06-28T23:59", 100);
        did("2026-06-28T15:59:59Z", 2);
        did("2026-06-28T16:00:01Z", 4);
        facts.refund(ann, "2026-06-29T00:30", 50);
        facts.order(facts.user("bob", "2026-01-01"), "2026-06-29T00:30", 100);

        ActivityHours hours = log.hoursOf(ann);

        assertThat(hours.times())
                .containsOnly(
                        entry(new Slot(DayOfWeek.SUNDAY, OptionalInt.of(23)), 3L),
                        entry(new Slot(DayOfWeek.MONDAY, OptionalInt.of(0)), 5L));
        assertThat(hours.at(DayOfWeek.MONDAY, 0)).isEqualTo(5);
        assertThat(hours.at(DayOfWeek.MONDAY, 1)).isZero();
        assertThat(hours.total()).isEqualTo(8);
        assertThat(hours.most()).isEqualTo(5);
        assertThat(hours.someWithoutHour()).isFalse();
    }

    @Test
    void keepsWhatIsKnownByItsDayApart() {
        facts.order(ann, "2026-06-29T00:00", 100);
        facts.order(ann, "2026-06-29T10:00", 100);

        ActivityHours hours = log.hoursOf(ann);

        assertThat(hours.withoutHour(DayOfWeek.MONDAY)).isEqualTo(1);
        assertThat(hours.at(DayOfWeek.MONDAY, 0)).isZero();
        assertThat(hours.at(DayOfWeek.MONDAY, 10)).isEqualTo(1);
    }

    @Test
    void showsATable() {
        assertThat(page("en")).hasStatusOk().bodyText().contains("Nothing yet");
        facts.order(ann, "2026-06-29T10:10", 100);
        facts.order(ann, "2026-06-29T10:20", 100);
        facts.order(ann, "2026-06-30T00:00", 100);
        assertThat(page("en"))
                .hasStatusOk()
                .bodyText()
                .contains("Mon 10:00, 2 times", "Most often on Mon between 10:00 and 11:00: 2 times.", "depth-5")
                .contains("Tue, no time of day known, 1 times")
                .containsOnlyOnce("depth-5")
                .containsSubsequence("Mon", "Tue", "Sun")
                .doesNotContain("??");
        assertThat(page("zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("周一 10:00，2 次")
                .doesNotContain("??");
    }

    private MvcTestResult page(String language) {
        return mvc.get()
                .uri("/users/" + ann + "/hours")
                .header("Accept-Language", language)
                .exchange();
    }

    private void did(String at, int count) {
        jdbc.sql(
                        "insert into activity.behaviour (user_id, type, happened_at, count, intake_id) values (:user, 'visit', :at, :count, 1)")
                .param("user", ann.value())
                .param("at", OffsetDateTime.parse(at))
                .param("count", count)
                .update();
    }
}
