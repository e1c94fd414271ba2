package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a published version says, and what it changed. */
@WellspringTest
@AsStaff(Role.MANAGER)
class ReadingVersionsTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TierProgram program;

    @BeforeEach
    void versions() {
        program.startDraft();
        program.saveDraft(Programmes.usual());
        program.publish(LocalDate.parse("2024-01-01"));
        program.startDraft();
        program.saveDraft(Programmes.of(
                RefundRule.AT_ONCE,
                Programmes.tier(2, TierRule.growth(1_200), TierRule.growth(500), 12, 30, AtDue.ONE_STEP, 1),
                Programmes.tier(3, TierRule.growth(5_000), TierRule.NONE, 12, 30, AtDue.ONE_STEP, 1)));
        program.publish(LocalDate.parse("2024-02-01"));
        program.startDraft();
    }

    @Test
    void whatAVersionChangedStandsBesideTheOneBeforeIt() {
        MvcTestResult second = get("/tiers/versions/2", "en");
        assertThat(second)
                .hasStatusOk()
                .bodyText()
                .contains("Decides from 2024-02-01", "What it changed", "against version 1")
                .contains("1,000 growth value", "1,200 growth value", ">After a refund</th>")
                .doesNotContain(">Name in English</th>", "Points ×</th>", "??");
        assertThat(get("/tiers/versions/1", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Decides from 2024-01-01", "1,000 growth value", "How it counts")
                .doesNotContain("What it changed", "1,200 growth");
        assertThat(get("/tiers", "en")).bodyText().contains("href=\"/tiers/versions/2\"");
    }

    @Test
    void whatIsPublishedAgainUnchangedSaysSo() {
        program.discard();
        program.rollBack(2, 2, LocalDate.parse("2024-03-01"));
        assertThat(get("/tiers/versions/3", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("没有改动", "与版本 2 相比")
                .doesNotContain("??");
    }

    /** The draft is none that was published. */
    @ParameterizedTest
    @ValueSource(ints = {3, 9})
    void whatWasNotPublishedIsNotThere(int version) {
        assertThat(get("/tiers/versions/" + version, "en")).hasStatus(404);
    }

    private MvcTestResult get(String uri, String language) {
        return mvc.get().uri(uri).header("Accept-Language", language).exchange();
    }
}
