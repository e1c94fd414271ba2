package io.wellspring.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.membership.ActivityRule;
import io.wellspring.membership.AtDue;
import io.wellspring.membership.CountingWindow;
import io.wellspring.membership.Grants;
import io.wellspring.membership.ProgrammeTerms;
import io.wellspring.membership.RefundRule;
import io.wellspring.membership.Tier;
import io.wellspring.membership.TierRule;
import io.wellspring.membership.WindowKind;
import io.wellspring.shared.web.SideBySide.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WellspringTest
class ComparingDraftsTests {

    private static final CountingWindow YEAR = new CountingWindow(WindowKind.ROLLING, 365);
    private static final Map<Long, String> BENEFITS = Map.of(1L, "Free delivery", 2L, "Present");

    @Autowired
    private DraftComparison comparison;

    @Test
    void theSameSaysNothing() {
        assertThat(comparison.of(ProgrammeTerms.usual(), ProgrammeTerms.usual(), BENEFITS, Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void saysWhatADraftAsksOfEverybody() {
        ProgrammeTerms stored = terms(YEAR, RefundRule.AT_DUE, "1", List.of(visit(5)), Grants.NONE, base(), silver());
        ProgrammeTerms typed = terms(
                new CountingWindow(WindowKind.CALENDAR_YEAR, 365),
                RefundRule.AT_ONCE,
                "0.5",
                List.of(visit(6)),
                Grants.NONE,
                base());
        assertThat(comparison.of(stored, typed, BENEFITS, Locale.ENGLISH))
                .containsExactly(
                        new Field("To reach a tier counts", "the last 365 days", "the calendar year"),
                        new Field("After a refund", "Decide at the due date", "Decide at once"),
                        new Field("Growth value for one unit spent", "1", "0.5"),
                        new Field("Tiers", "Basic · Silver", "Basic"),
                        new Field(
                                "Growth value from activity",
                                "visit: 5 each time, at most 10 a day and – a month",
                                "visit: 6 each time, at most 10 a day and – a month"));
    }

    @Test
    void saysWhatATierIs() {
        Tier other = new Tier(
                0,
                2,
                2,
                "Steel",
                "银卡",
                "#112233",
                TierRule.growth(700),
                TierRule.growth(600),
                Optional.empty(),
                7,
                AtDue.FLOOR,
                1,
                new BigDecimal("1.5"));
        assertThat(comparison.of(
                        terms(YEAR, RefundRule.AT_DUE, "1", List.of(), grants(1L), base(), silver()),
                        terms(YEAR, RefundRule.AT_DUE, "1", List.of(), grants(1L, 2L), base(), other),
                        BENEFITS,
                        Locale.ENGLISH))
                .containsExactly(
                        new Field("Tiers", "Basic · Silver", "Basic · Steel"),
                        new Field("Silver: Name in English", "Silver", "Steel"),
                        new Field("Silver: Colour", "#70bfc6", "#112233"),
                        new Field("Silver: Reached by", "500 growth value", "700 growth value"),
                        new Field("Silver: Kept by", "as for entry", "600 growth value"),
                        new Field("Silver: Validity", "12 months", "for good"),
                        new Field(
                                "Silver: At the due date",
                                "30 days of grace, then one step down",
                                "7 days of grace, then down to what is earned, not below a floor: Basic"),
                        new Field("Silver: Points ×", "1.1", "1.5"),
                        new Field("Silver: Benefits", "Free delivery", "Free delivery · Present"));
    }

    private static ProgrammeTerms terms(
            CountingWindow reach,
            RefundRule refunds,
            String factor,
            List<ActivityRule> activities,
            Grants grants,
            Tier... tiers) {
        return new ProgrammeTerms(reach, YEAR, refunds, new BigDecimal(factor), activities, List.of(tiers), grants);
    }

    private static Tier base() {
        return ProgrammeTerms.usual().tiers().getFirst();
    }

    private static Tier silver() {
        return ProgrammeTerms.usual().tiers().get(1);
    }

    private static Grants grants(Long... benefits) {
        return new Grants(Map.of(2, Set.of(benefits)));
    }

    private static ActivityRule visit(int growth) {
        return new ActivityRule("visit", growth, Optional.of(10), Optional.empty());
    }
}
