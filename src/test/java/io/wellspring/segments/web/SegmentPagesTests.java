package io.wellspring.segments.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.segments.ListedSegments;
import io.wellspring.segments.RuleAddress;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleNode.Kind;
import io.wellspring.segments.SegmentBook;
import io.wellspring.segments.SegmentRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Of ann, who bought, and bob, who did not, a segment shows who is in it, why, and with which others it shares them. */
@WellspringTest
@AsStaff
class SegmentPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SegmentBook book;

    @Autowired
    private ListedSegments listed;

    @Autowired
    private SegmentRefresh refresh;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private JdbcClient jdbc;

    private SegmentPages pages;
    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-01");
        facts.order(ann, "2026-06-01", 1000);
        metrics.refreshAll(LocalDate.parse("2026-06-30"), 365);
        histories.refreshAll();
        profiles.refreshAll();
        pages = new SegmentPages(mvc);
    }

    @Test
    void showsASegmentWhyAUserIsInItAndItsUsers() {
        long buyers = book.create("Buyers", "who paid", SegmentPages.BUYERS);
        long fresh = book.create("Fresh", "", SegmentPages.BUYERS);
        refresh.refresh(buyers);

        assertThat(mvc.get().uri("/segments")).hasStatusOk().bodyText().contains("Buyers", "who paid");
        assertThat(pages.asked("/segments/" + buyers, "en", false))
                .hasStatusOk()
                .bodyText()
                .contains("Buyers")
                .doesNotContain("Its members are being found");
        assertThat(pages.asked("/segments/" + fresh, "en", false))
                .bodyText()
                .contains("Its members are being found")
                .doesNotContain("0.0%");
        assertThat(mvc.get().uri("/segments/" + buyers + "/users/" + ann)).hasStatusOk();
        assertThat(mvc.get().uri("/users?segment=" + buyers))
                .hasStatusOk()
                .bodyText()
                .contains("/users/" + ann);
        assertThat(mvc.get().uri("/users?rule=" + RuleAddress.write(SegmentPages.BUYERS)))
                .hasStatusOk();
        assertThat(mvc.get().uri("/segments/overlap?id=" + buyers)).hasStatusOk();
        assertThat(mvc.get().uri("/segments/" + buyers + "/edit")).hasStatusOk();
    }

    @Test
    void namesWhatARuleSpeaksOfThoughItIsGone() {
        long inner = book.create("Inner", "", SegmentPages.BUYERS);
        long outer = book.create(
                "Outer",
                "",
                RuleNode.group(
                        Kind.ALL,
                        List.of(RuleNode.condition(Kind.SEGMENT, "", "IN", List.of(Long.toString(inner)), ""))));
        book.archive(inner);
        refresh.refreshAll();

        assertThat(pages.asked("/segments/" + outer, "en", false))
                .bodyText()
                .contains("It is: Inner (archived).", "in “Inner (archived)”")
                .doesNotContain("#" + inner);
        assertThat(pages.asked("/segments/" + outer, "zh-CN", false))
                .bodyText()
                .contains("Inner（已归档）")
                .doesNotContain("??");
    }

    @Test
    void knowsNothingOfStrangers() {
        long buyers = book.create("Buyers", "", SegmentPages.BUYERS);
        assertThat(mvc.get().uri("/segments/" + buyers + "/users/999")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post()
                        .uri("/segments")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("segment", Long.toString(buyers))
                        .param("name", "Buyers")
                        .param("k:", "ALL")
                        .param("k:0", "FIELD:orders")
                        .param("was:0", "FIELD:orders")
                        .param("o:0", "AT_LEAST")
                        .param("v:0", "2")
                        .param("seen", "abc"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void showsWithWhichOthersASegmentSharesUsers() {
        long buyers = book.create("Buyers", "", SegmentPages.BUYERS);
        long more = book.create("Buyers too", "", SegmentPages.BUYERS);
        long apart = listed.createOf("Apart", "", List.of(bob));
        refresh.refresh(buyers);
        refresh.refresh(more);

        assertThat(shared(apart, true)).hasStatusOk().bodyText().contains("None of its members");
        assertThat(shared(buyers, true))
                .hasStatusOk()
                .bodyText()
                .contains("Buyers too", "100", "/segments/overlap?id=" + buyers + "&amp;id=" + more, "/users?rule=")
                .doesNotContain("<html");
        assertThat(shared(buyers, false)).hasStatusOk().bodyText().contains("<html", "Buyers too");
        assertThat(mvc.get().uri("/segments/" + buyers))
                .bodyText()
                .contains("hx-get=\"/segments/" + buyers + "/shared");
        assertThat(mvc.get().uri("/segments/999/shared")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult shared(long segment, boolean part) {
        return mvc.get()
                .uri("/segments/" + segment + "/shared")
                .header("Accept-Language", "en")
                .header("HX-Request", Boolean.toString(part))
                .exchange();
    }
}
