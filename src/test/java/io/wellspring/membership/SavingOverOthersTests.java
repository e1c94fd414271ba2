package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.ChangedMeanwhile;
import io.wellspring.WellspringTest;
import io.wellspring.shared.Money;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who saves a form that somebody else has saved meanwhile, and tells which fields were touched, keeps what the other made of all others. */
@WellspringTest
@AsStaff(Role.MANAGER)
class SavingOverOthersTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BenefitCatalogue benefits;

    @Autowired
    MembershipPlans plans;

    @Autowired
    TierProgram program;

    @Test
    void aBenefitKeepsWhatTheOtherMadeOfFieldsNobodyTouched() {
        long coupon = benefits.create(Benefits.coupon(2, QuotaPeriod.MONTH));
        benefits.change(
                coupon, 1, Benefits.of(BenefitKind.GIFT, "Coupon", "优惠券", 1_250, Optional.empty(), Optional.empty()));
        MvcTestResult answer = new Pages(mvc)
                .post(
                        "/benefits/" + coupon,
                        "kind",
                        "COUPON",
                        "nameEn",
                        "Voucher",
                        "nameZh",
                        "优惠券",
                        "cost",
                        "20",
                        "quota",
                        "2",
                        "period",
                        "MONTH",
                        "activeFrom",
                        "2020-01-01",
                        "edition",
                        "1",
                        "touched",
                        "nameEn");
        assertThat(answer)
                .hasStatus(409)
                .bodyText()
                .containsPattern(ChangedMeanwhile.row("Name in English", "Coupon", "Voucher"))
                .doesNotContain(
                        ChangedMeanwhile.heading("Kind"),
                        ChangedMeanwhile.heading("Cost of one claim, CNY"),
                        ChangedMeanwhile.heading("Quota of one user"))
                .contains("value=\"12.50\"", "name=\"edition\" value=\"2\"", "name=\"touched\" value=\"nameEn\"");
    }

    @Test
    void aPlanKeepsWhatTheOtherMadeOfFieldsNobodyTouched() {
        program.startDraft();
        program.saveDraft(Programmes.usual());
        program.publish(LocalDate.parse("2024-01-01"));
        TermLength year = new TermLength(1, TermLength.Unit.YEAR);
        long plus = plans.create(new PlanTerms("Plus", "Plus 会员", new Money(99_00), year, 2));
        plans.change(plus, 1, new PlanTerms("Plus", "Plus 会员", new Money(109_00), year, 3));
        assertThat(new Pages(mvc)
                        .post(
                                "/tiers/plans/" + plus,
                                "nameEn",
                                "Plus",
                                "nameZh",
                                "尊享",
                                "price",
                                "99",
                                "count",
                                "1",
                                "unit",
                                "YEAR",
                                "tier",
                                "2",
                                "edition",
                                "1",
                                "touched",
                                "nameZh"))
                .hasStatus(409)
                .bodyText()
                .containsPattern(ChangedMeanwhile.row("Name in Chinese", "Plus 会员", "尊享"))
                .containsOnlyOnce("<th scope=\"row\">")
                .contains("value=\"109.00\"");
    }
}
