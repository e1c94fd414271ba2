package io.wellspring.segments.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.segments.RuleAddress;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleNode.Kind;
import io.wellspring.segments.SegmentBook;
import io.wellspring.segments.SegmentRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A rule is counted and told what is wrong with it while it is written, and nothing of it is lost. */
@WellspringTest
@AsStaff
class WritingRulesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SegmentBook book;

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

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        UserId ann = facts.user("ann", "2026-01-01");
        facts.user("bob", "2026-01-01");
        facts.order(ann, "2026-06-01", 1000);
        metrics.refreshAll(LocalDate.parse("2026-06-30"), 365);
        histories.refreshAll();
        profiles.refreshAll();
        pages = new SegmentPages(mvc);
    }

    @Test
    void worksAChangeIntoTheDraftAndKeepsItInTheAddress() {
        MvcTestResult changed = mvc.post()
                .uri("/segments/draft")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("name", "Buyers & more")
                .param("k:", "ANY")
                .param("k:0", "FIELD:orders")
                .param("was:0", "FIELD:orders")
                .param("o:0", "AT_LEAST")
                .param("v:0", "1")
                .param("act", "twice:0")
                .exchange();

        assertThat(changed).hasStatus(HttpStatus.FOUND);
        String address = Objects.requireNonNull(changed.getResponse().getRedirectedUrl());
        assertThat(address).startsWith("/segments/new?rule=").contains("name=Buyers%20%26%20more");
        RuleNode draft = RuleAddress.read(address.replaceAll(".*rule=([^&]*).*", "$1"));
        assertThat(draft.kind()).isEqualTo(Kind.ANY);
        assertThat(draft.parts()).hasSize(2);
        assertThat(draft.parts().getLast().values()).containsExactly("1");
    }

    @Test
    void countsEachConditionAndAllOfThemWhileItIsWritten() {
        assertThat(mvc.get().uri("/segments/new?rule=" + RuleAddress.write(SegmentPages.BUYERS)))
                .hasStatusOk()
                .bodyText()
                .contains("/users?rule=")
                .contains("1 ");
    }

    @Test
    void refusesToSaveWhatIsUnfinishedAndLosesNothing() {
        assertThat(mvc.post()
                        .uri("/segments")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("name", "Half a rule")
                        .param("k:", "ALL")
                        .param("k:0", "FIELD:orders")
                        .param("was:0", "FIELD:orders")
                        .param("o:0", "AT_LEAST"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains("Half a rule");
    }

    @Test
    void marksTheBoxAndSaysWhatIsExpectedInIt() {
        String draft = "/segments/new?rule="
                + RuleAddress.write(RuleNode.group(
                        Kind.ALL,
                        List.of(RuleNode.condition(
                                Kind.ORDERS, "", "AT_LEAST", List.of("1"), "2011-03-01..2011-02-30"))));

        assertThat(pages.asked(draft, "en", false))
                .hasStatusOk()
                .bodyText()
                .contains("There is no day 2011-02-30.", "id=\"wrong-0\"", "aria-describedby=\"wrong-0\"")
                .containsOnlyOnce("aria-invalid=\"true\"");
        assertThat(pages.asked(draft, "zh-CN", false)).bodyText().contains("没有 2011-02-30 这一天。");
    }

    @Test
    void whatAsksByAnOperatorThatIsNoneIsTold() {
        for (Kind kind : List.of(Kind.FIELD, Kind.ATTRIBUTE, Kind.FIRST_TIME)) {
            String draft = "/segments/new?rule="
                    + RuleAddress.write(RuleNode.group(
                            Kind.ALL, List.of(RuleNode.condition(kind, "orders", "ANY", List.of("3"), ""))));

            assertThat(pages.asked(draft, "en", false))
                    .as(kind.name())
                    .hasStatusOk()
                    .bodyText()
                    .contains("id=\"wrong-0\"");
        }
    }

    @Test
    void saysThatThereAreTooManyConditionsAndKeepsThem() {
        String draft = "/segments/new?rule="
                + RuleAddress.write(RuleNode.group(
                        Kind.ALL,
                        Collections.nCopies(70, SegmentPages.BUYERS.parts().getFirst())));

        assertThat(pages.asked(draft, "en", false))
                .bodyText()
                .contains("50 conditions at most, and this one has 70", "once there are 20 fewer", "name=\"k:69\"");
    }

    @Test
    void saysThatACutAddressCannotBeRead() {
        String address = RuleAddress.write(SegmentPages.BUYERS);

        assertThat(mvc.get().uri("/segments/new?rule=" + address.substring(0, 10)))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void asksToAskAgainWhileProfilesNeverRest() {
        long buyers = book.create("Buyers", "", SegmentPages.BUYERS);
        refresh.refresh(buyers);
        String draft = "/segments/new?name=Halfway&rule=" + RuleAddress.write(SegmentPages.BUYERS);
        restless(() -> {
            for (String language : List.of("en", "zh-CN")) {
                String says = language.equals("en") ? "Please ask again in a moment" : "请稍后重试";
                assertThat(pages.asked(draft, language, false))
                        .hasStatusOk()
                        .bodyText()
                        .contains(says, "Halfway", "count-again")
                        .doesNotContain("??");
                assertThat(pages.asked(draft, language, true))
                        .hasStatusOk()
                        .bodyText()
                        .contains(says, "Halfway");
                assertThat(pages.asked("/segments/overlap?id=" + buyers, language, false))
                        .hasStatus(HttpStatus.CONFLICT)
                        .bodyText()
                        .contains(says);
            }
        });
        assertThat(pages.asked(draft, "en", false)).bodyText().doesNotContain("count-again");
    }

    /** Whoever asks for the state of the profiles meanwhile finds another one each time. */
    private void restless(Runnable asking) {
        jdbc.sql("alter table profiles.revision rename to revision_at_rest").update();
        jdbc.sql("create view profiles.revision as select gen_random_uuid() as revision")
                .update();
        try {
            asking.run();
        } finally {
            jdbc.sql("drop view profiles.revision").update();
            jdbc.sql("alter table profiles.revision_at_rest rename to revision").update();
        }
    }
}
