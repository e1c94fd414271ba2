package io.wellspring.membership;

import io.wellspring.shared.Money;
import io.wellspring.staff.web.AnnAsAdmin;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;

/** Gold, tier 2 for three months at 100.00, which an admin sells under the usual programme. */
@RequiredArgsConstructor
final class GoldPlan {

    private final Nights nights;
    private final TierProgram program;
    private final MembershipPlans plans;

    long onSale(LocalDate asOf) {
        evaluate(asOf);
        AnnAsAdmin.logIn();
        long plan = plans.create(
                new PlanTerms("Gold", "金卡", new Money(100_00), new TermLength(3, TermLength.Unit.MONTH), 2));
        Pages.backAtTheKeyboard();
        return plan;
    }

    void evaluate(LocalDate day) {
        AnnAsAdmin.logIn();
        if (program.versions().isEmpty()) {
            program.startDraft();
            program.saveDraft(Programmes.usual());
            program.publish(day);
        }
        nights.evaluate(day);
        Pages.backAtTheKeyboard();
    }
}
