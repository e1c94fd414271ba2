package io.wellspring.staff.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.WellspringTest;
import io.wellspring.staff.Role;
import io.wellspring.staff.Scope;
import io.wellspring.staff.StaffFixtures;
import io.wellspring.staff.StaffMember;
import io.wellspring.staff.StaffSession;
import io.wellspring.staff.TokenBearer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WellspringTest
@Import(StaffFixtures.class)
class RoleMatrixTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixtures staff;

    @ParameterizedTest
    @CsvSource({
        "GET, /account, OPERATOR",
        "GET, /jobs, OPERATOR",
        "GET, /nowhere, OPERATOR",
        "POST, /jobs/1/retry, MANAGER",
        "GET, /rfm/models/1, MANAGER",
        "POST, /rfm/runs, MANAGER",
        "GET, /lifecycle, OPERATOR",
        "GET, /lifecycle/thresholds, MANAGER",
        "POST, /lifecycle/thresholds, MANAGER",
        "POST, /lifecycle/thresholds/preview, MANAGER",
        "GET, /tiers, OPERATOR",
        "POST, /tiers/drafts, MANAGER",
        "POST, /tiers/draft, MANAGER",
        "POST, /tiers/versions/1/again, MANAGER",
        "GET, /users/1/tier/gift, MANAGER",
        "GET, /benefits, OPERATOR",
        "GET, /benefits/new, MANAGER",
        "POST, /benefits, MANAGER",
        "POST, /benefits/1, MANAGER",
        "POST, /benefits/1/retirement, MANAGER",
        "GET, /users/1/benefits, OPERATOR",
        "POST, /users/1/benefits/claims, OPERATOR",
        "GET, /users/1/benefits/claims/1/undoing, MANAGER",
        "POST, /users/1/benefits/claims/1/undoing, MANAGER",
        "GET, /segments/movers/new, OPERATOR",
        "GET, /segments/fallers/new, OPERATOR",
        "GET, /tiers/fallers, OPERATOR",
        "GET, /tiers/dropping, OPERATOR",
        "GET, /tiers/versions/1, OPERATOR",
        "GET, /segments/dropping/new, OPERATOR",
        "POST, /users/1/tier/growth, MANAGER",
        "GET, /users/1/tier/gift/end, MANAGER",
        "POST, /users/1/tier/gift/end, MANAGER",
        "GET, /users/1/tier/memberships/1/refund, MANAGER",
        "POST, /users/1/tier/memberships/1/refund, MANAGER",
        "GET, /users/1/tier/memberships/1/lapse, OPERATOR",
        "POST, /users/1/tier/memberships/1/lapse, OPERATOR",
        "GET, /tiers/plans, OPERATOR",
        "GET, /tiers/plans/endings, OPERATOR",
        "GET, /tiers/plans/new, MANAGER",
        "POST, /tiers/plans, MANAGER",
        "POST, /tiers/plans/1, MANAGER",
        "POST, /tiers/plans/1/retirement, MANAGER",
        "POST, /tiers/plans/1/offer, MANAGER",
        "GET, /users/1/tier/memberships/new, OPERATOR",
        "POST, /users/1/tier/memberships, OPERATOR",
        "POST, /users/1/tier/memberships/renewal, OPERATOR",
        "GET, /staff, ADMIN",
        "GET, /staff/new, ADMIN",
        "POST, /staff, ADMIN",
        "POST, /staff/1/role, ADMIN",
        "GET, /staff/tokens, ADMIN",
        "GET, /staff/tokens/new, ADMIN",
        "POST, /staff/tokens, ADMIN",
        "POST, /staff/tokens/1/revocation, ADMIN",
        "GET, /audit, ADMIN",
        "GET, /imports/nowhere, ADMIN",
        "POST, /imports/nowhere, ADMIN",
        "POST, /demo/nowhere, ADMIN",
        "GET, /users/attributes, ADMIN",
        "POST, /users/attributes/name, ADMIN",
        "GET, /tags, OPERATOR",
        "GET, /users/1/timeline, OPERATOR",
        "GET, /users/1/hours, OPERATOR",
        "GET, /users/1/similar, OPERATOR",
        "GET, /users/1/merges/new, MANAGER",
        "GET, /users/1/segments, OPERATOR",
        "GET, /users/1/notes, OPERATOR",
        "POST, /users/1/notes, OPERATOR",
        "POST, /users/1/notes/1/removal, OPERATOR",
        "GET, /points, OPERATOR",
        "GET, /points/liability, OPERATOR",
        "GET, /points/ledger, OPERATOR",
        "GET, /points/reconciliation, OPERATOR",
        "POST, /points/sums, MANAGER",
        "GET, /points/rules, OPERATOR",
        "GET, /points/rules/new, MANAGER",
        "POST, /points/rules, MANAGER",
        "POST, /points/rules/rehearsal, MANAGER",
        "POST, /points/rules/1/versions, MANAGER",
        "POST, /points/rules/1/end, MANAGER",
        "POST, /points/rules/1/name, MANAGER",
        "GET, /rewards, OPERATOR",
        "GET, /rewards/new, MANAGER",
        "POST, /rewards, MANAGER",
        "POST, /rewards/1, MANAGER",
        "POST, /rewards/1/withdrawal, MANAGER",
        "GET, /rewards/redemptions, OPERATOR",
        "POST, /rewards/redemptions/1/fulfilment, OPERATOR",
        "POST, /rewards/redemptions/1/cancellation, OPERATOR",
        "GET, /users/1/points/redemptions/new, OPERATOR",
        "POST, /users/1/points/redemptions, OPERATOR",
        "GET, /points/check-ins, OPERATOR",
        "POST, /points/check-ins, MANAGER",
        "POST, /users/1/points/check-ins, OPERATOR",
        "GET, /points/adjustments, MANAGER",
        "POST, /points/adjustments/1/approval, MANAGER",
        "POST, /points/adjustments/1/refusal, MANAGER",
        "POST, /points/adjustments/1/withdrawal, MANAGER",
        "GET, /points/grants, MANAGER",
        "GET, /points/grants/1, MANAGER",
        "POST, /points/grants/1/approval, MANAGER",
        "POST, /points/grants/1/refusal, MANAGER",
        "POST, /points/grants/1/cancellation, MANAGER",
        "POST, /points/grants/1/reversal, MANAGER",
        "GET, /users/granting, MANAGER",
        "POST, /users/granting, MANAGER",
        "GET, /points/settings, MANAGER",
        "POST, /points/settings, ADMIN",
        "GET, /users/1/points, OPERATOR",
        "GET, /users/1/points/adjustment, MANAGER",
        "POST, /users/1/points/adjustment, MANAGER",
        "GET, /actuator/prometheus, ADMIN",
        "GET, /actuator/info, ADMIN"
    })
    void eachRoleOpensWhatItMay(HttpMethod method, String page, Role least) {
        for (Role role : Role.ALL) {
            long id = staff.active(role.name().toLowerCase(Locale.ROOT) + "@example.org", role);
            StaffMember member = new StaffMember(id, role + "@example.org", "Ann", role);
            int status = mvc.method(method)
                    .uri(page)
                    .with(csrf())
                    .with(authentication(new StaffAuthentication(new StaffSession(member, 0, Optional.empty()))))
                    .exchange()
                    .getResponse()
                    .getStatus();
            if (role.compareTo(least) < 0) {
                assertThat(status).as(role + " " + page).isEqualTo(403);
            } else {
                assertThat(status).as(role + " " + page).isNotIn(401, 403);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "GET, /staff", "GET, /nowhere", "GET, /actuator/prometheus", "POST, /jobs/1/retry"})
    void strangersAreSentToTheLogin(HttpMethod method, String page) {
        staff.active("ann@example.org", Role.ADMIN);
        assertThat(mvc.method(method).uri(page).with(csrf()).exchange())
                .hasStatus(302)
                .hasRedirectedUrl("/login");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api",
        "GET, /api/v1/imports/1",
        "POST, /api/v1/imports",
        "POST, /api/v1/points/earnings",
        "GET, /api/v1/points/balance",
        "GET, /api/v1/membership/tier",
        "GET, /api/nowhere"
    })
    void noRoleOpensTheApi(HttpMethod method, String address) {
        for (Role role : Role.ALL) {
            long id = staff.active(role.name().toLowerCase(Locale.ROOT) + "@example.org", role);
            StaffMember member = new StaffMember(id, role + "@example.org", "Ann", role);
            assertThat(mvc.method(method)
                            .uri(address)
                            .with(csrf())
                            .with(authentication(
                                    new StaffAuthentication(new StaffSession(member, 0, Optional.empty())))))
                    .as(role + " " + address)
                    .hasStatus(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /account",
        "GET, /users",
        "GET, /imports",
        "POST, /imports",
        "GET, /staff/tokens",
        "POST, /staff/tokens",
        "GET, /points",
        "POST, /users/1/points/adjustment",
        "GET, /audit",
        "POST, /jobs/1/retry",
        "GET, /actuator/prometheus"
    })
    void noTokenOpensAPage(HttpMethod method, String page) {
        TokenBearer bearer = new TokenBearer(1, "CRM", Set.copyOf(Scope.ALL));
        assertThat(mvc.method(method).uri(page).with(csrf()).with(authentication(new TokenAuthentication(bearer))))
                .hasStatus(403);
    }
}
