package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.points.CheckInLadder;
import io.wellspring.points.CheckInLadder.AfterLast;
import io.wellspring.points.Points;
import io.wellspring.points.PointsReading;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import io.wellspring.users.UserMerging;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A manager sets the ladder; staff check bob in. */
@WellspringTest
@AsStaff(Role.MANAGER)
class CheckInPagesTests {

    @Autowired
    private UserMerging merging;

    @Autowired
    private PointsReading reading;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void theLadderStaysOrBeginsAnew() {
        CheckInLadder stays = new CheckInLadder(List.of(1L, 2L, 9L), AfterLast.STAY, Optional.empty());
        CheckInLadder anew = new CheckInLadder(List.of(1L, 2L, 9L), AfterLast.RESTART, Optional.empty());
        assertThat(List.of(stays.of(1), stays.of(3), stays.of(4)))
                .extracting(Points::value)
                .containsExactly(1L, 9L, 9L);
        assertThat(List.of(anew.of(3), anew.of(4), anew.of(6)))
                .extracting(Points::value)
                .containsExactly(9L, 1L, 9L);
    }

    @Test
    void aManagerSetsTheLadderAndStaffCheckIn() {
        UserId bob = new Facts(jdbc).user("bob", "2026-01-01");
        assertThat(get("/points/check-ins", "zh-CN")).hasStatusOk().bodyText().contains("还没有人签到");
        assertThat(post("/points/check-ins", "steps", "5 x", "expiresAfter", ""))
                .hasStatus(422);
        assertThat(post("/points/check-ins", "steps", "", "expiresAfter", "")).hasStatus(422);
        assertThat(post("/points/check-ins", "steps", "5", "expiresAfter", "-1"))
                .hasStatus(422);
        for (String steps : List.of("1,500 2,500", "1，234", "１,２３４", "1,5000,x", "5;;x")) {
            assertThat(post("/points/check-ins", "steps", steps, "edition", "0"))
                    .as(steps)
                    .hasStatus(422);
        }
        assertThat(post(
                        "/points/check-ins",
                        "steps",
                        "5, 5 30",
                        "afterLast",
                        "RESTART",
                        "expiresAfter",
                        "365",
                        "edition",
                        "0"))
                .hasRedirectedUrl("/points/check-ins");
        assertThat(post("/points/check-ins", "steps", "7", "expiresAfter", "", "edition", "0"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has changed this", "value=\"7\"")
                .containsPattern("first, second, … day in a row</th>\\s*<td[^>]*>5 5 30</td>\\s*<td[^>]*>7<");
        for (int i = 0; i < 2; i++) {
            assertThat(post("/users/" + bob + "/points/check-ins")).hasRedirectedUrl("/users/" + bob + "/points");
        }
        assertThat(get("/points/check-ins", "en")).hasStatusOk().bodyText().contains("5 5 30", "365");
        assertThat(jdbc.sql("select count(*) || ' ' || sum(amount) from points.entry")
                        .query(String.class)
                        .single())
                .isEqualTo("1 5");
    }

    @Test
    void twoWhoAreOneCheckedInOnceADay() {
        UserId ann = new Facts(jdbc).user("ann", "2026-01-01");
        UserId bob = new Facts(jdbc).user("bob", "2026-01-01");
        jdbc.sql("insert into points.account (user_id) values (:ann), (:bob)")
                .param("ann", ann.value())
                .param("bob", bob.value())
                .update();
        jdbc.sql("""
                        insert into points.check_in values
                          (:ann, '2026-01-05', 1, 5, 'x'), (:bob, '2026-01-05', 3, 5, 'x'), (:bob, '2026-01-06', 4, 5, 'x')
                        """).param("ann", ann.value()).param("bob", bob.value()).update();
        merging.merge(ann, bob);
        assertThat(jdbc.sql("select user_id || ' ' || day || ' ' || streak from points.check_in order by day")
                        .query(String.class)
                        .list())
                .containsExactly(ann + " 2026-01-05 1", ann + " 2026-01-06 4");
        assertThat(reading.drift(10)).isEmpty();
    }

    private MvcTestResult get(String address, String language) {
        return mvc.get().uri(address).header("Accept-Language", language).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).header("Accept-Language", "en");
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
