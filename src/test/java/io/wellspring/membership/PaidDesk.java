package io.wellspring.membership;

import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The forms on the page of a user's tier, by which terms are sold, renewed and given back today. */
@RequiredArgsConstructor
final class PaidDesk {

    static final String ONE = "11111111-1111-4111-8111-111111111111";
    static final String TWO = "22222222-2222-4222-8222-222222222222";

    private final Pages pages;
    private final String tier;
    private final LocalDate today;

    MvcTestResult start(long plan, String day, String key) {
        return pages.post(tier + "/memberships", "key", key, "plan", "" + plan, "day", day, "amount", "", "reason", "");
    }

    MvcTestResult renew(long plan, String term, String key) {
        return pages.post(
                tier + "/memberships/renewal", "key", key, "plan", "" + plan, "term", term, "day", today.toString());
    }

    MvcTestResult refund(String address, String amount, String reason) {
        return pages.post(
                address,
                "key",
                TWO.replace('2', '4'),
                "plan",
                "",
                "day",
                today.toString(),
                "amount",
                amount,
                "reason",
                reason);
    }

    /** The last day of so many months that begin today. */
    String lastDay(int months) {
        return today.plusMonths(months).minusDays(1).toString();
    }
}
