package io.wellspring.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineMark;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is older is told piece by piece, and nothing is lost or told twice between pieces. */
@WellspringTest
@AsStaff
class PagingTimelinesTests {

    @Autowired
    private Timeline timeline;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private Facts facts;
    private Happenings happenings;
    private UserId ann;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        happenings = new Happenings(jdbc, facts);
        ann = facts.user("ann", "2026-01-01");
    }

    @Test
    void losesAndRepeatsNothingWhereManyShareAnInstant() {
        for (int i = 0; i < 5; i++) {
            facts.order(ann, "2026-06-01T10:00", 100 + i);
            facts.refund(ann, "2026-06-01T10:00", 10 + i);
            happenings.did(ann, "visit " + i, "2026-06-01T10:00:00+08:00");
            happenings.passed(ann, happenings.segment("segment " + i), "2026-06-01T10:00:00+08:00", i % 2 == 0);
        }
        facts.order(ann, "2026-06-01T09:59", 1);
        List<TimelineMark> all = WholeLine.of(timeline, ann).entries().stream()
                .map(TimelineEntry::mark)
                .toList();
        assertThat(all).hasSize(22).doesNotHaveDuplicates();

        for (int size = 1; size <= 23; size++) {
            assertThat(paged(ann, size)).as("pages of " + size).isEqualTo(all);
        }
    }

    @Test
    void staysSteadyWhenSomethingNewHappensBetweenPages() {
        for (int day = 1; day <= 6; day++) {
            facts.order(ann, "2026-06-0" + day, 100);
        }
        Timeline.Page first = timeline.page(ann, Optional.of("order"), Optional.empty(), 3);
        facts.order(ann, "2026-06-09", 100);

        Timeline.Page second = timeline.page(ann, Optional.of("order"), first.older(), 3);

        assertThat(second.entries()).hasSize(3).doesNotContainAnyElementsOf(first.entries());
        assertThat(second.older()).isEmpty();
    }

    @Test
    void givesOlderOnesPieceByPiece() {
        for (int i = 0; i < 45; i++) {
            facts.order(ann, "2026-06-01T10:00", 100);
        }
        String mark = timeline.page(ann, Optional.empty(), Optional.empty(), 40)
                .older()
                .orElseThrow()
                .toString();
        String page = "/users/" + ann + "/timeline";
        assertThat(mvc.get()
                        .uri(page)
                        .header("Accept-Language", "en")
                        .header("HX-Request", "true")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("id=\"timeline\"", "Older")
                .doesNotContain("<html");
        assertThat(mvc.get()
                        .uri(page)
                        .param("before", mark)
                        .header("Accept-Language", "en")
                        .header("HX-Request", "true")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("<li class=\"kind-order\"")
                .doesNotContain("<html", "id=\"timeline\"", "Older");
        assertThat(mvc.get()
                        .uri(page)
                        .param("before", mark)
                        .header("Accept-Language", "en")
                        .exchange())
                .bodyText()
                .contains("To the latest");
        for (String nowhere :
                List.of("yesterday", "2026-06-01T10:00:00Z_order_x", "+999999999-12-31T00:00:00Z_order_1")) {
            assertThat(mvc.get().uri(page).param("before", nowhere).exchange())
                    .as(nowhere)
                    .hasStatus(422);
        }
        assertThat(mvc.get().uri(page + "?kind=dream").exchange()).hasStatus(422);
        assertThat(mvc.get().uri("/users/999/timeline").exchange()).hasStatus(404);
    }

    private List<TimelineMark> paged(UserId user, int size) {
        List<TimelineMark> marks = new ArrayList<>();
        Optional<TimelineMark> next = Optional.empty();
        do {
            Timeline.Page page = timeline.page(
                    user, Optional.empty(), next.flatMap(mark -> TimelineMark.read(mark.toString())), size);
            page.entries().forEach(entry -> marks.add(entry.mark()));
            next = page.older();
        } while (next.isPresent());
        assertThat(new HashSet<>(marks)).hasSameSizeAs(marks);
        return marks;
    }
}
