package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff do to the programme, plans, benefits and single users stands in the trail, with why. */
@WellspringTest
@AsStaff(Role.MANAGER)
class MembershipOnTheTrailTests {

    private static final LocalDate DAY = LocalDate.parse("2024-01-12");

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private TierProgram program;

    @Autowired
    private Tiering tiering;

    @Autowired
    private MembershipPlans plans;

    @Autowired
    private PaidMembership paid;

    @Autowired
    private BenefitCatalogue benefits;

    @Autowired
    private GivenByHand given;

    @Autowired
    private JdbcClient jdbc;

    private UserId ann;

    @BeforeEach
    void aProgramme() {
        ann = new Facts(jdbc).user("ann", "2024-01-01");
        new Nights(metrics, histories, program, tiering).begin(Programmes.usual(), DAY);
    }

    @Test
    void paidTermsTellTheirLastDayAndWhyTheyEnded() {
        TermLength month = new TermLength(1, TermLength.Unit.MONTH);
        long plus = plans.create(new PlanTerms("Plus", "Plus 会员", new Money(9_00), month, 2));
        PaidFact start = paid.start(ann, plus, DAY, "k1");
        paid.refund(ann, start.id(), DAY, new Money(9_00), "moved away", "k2");
        assertThat(after("tiers.membership-started"))
                .singleElement()
                .asString()
                .contains("\"last-day\": \"2024-02-11\"")
                .doesNotContain("until");
        assertThat(after("tiers.membership-refunded"))
                .singleElement()
                .asString()
                .contains("moved away");
    }

    @Test
    void aNameChangedInChineseOnlyIsAChange() {
        long coupon = benefits.create(Benefits.coupon(2, QuotaPeriod.MONTH));
        benefits.change(
                coupon,
                1,
                Benefits.of(
                        BenefitKind.COUPON,
                        "Coupon",
                        "代金券",
                        2_000,
                        Optional.empty(),
                        Optional.of(new Quota(2, QuotaPeriod.MONTH))));
        assertThat(after("benefits.saved")).last().asString().contains("代金券");
    }

    @Test
    void draftsThatBeganAndWereThrownAwayAndWhatWasPublishedAgain() {
        program.startDraft();
        program.startDraft();
        program.discard();
        program.rollBack(1, 1, LocalDate.parse("2024-02-01"));
        assertThat(after("tier-programme.draft-started"))
                .hasSize(2)
                .last()
                .asString()
                .contains("2");
        assertThat(after("tier-programme.draft-discarded")).containsExactly("{\"version\": 2}");
        assertThat(after("tier-programme.published")).last().asString().contains("\"again\": 1");
    }

    @Test
    void aFormThatSaysSomethingElseTheSecondTimeIsRefused() {
        given.growth(ann, 7, 10, "A lost parcel");
        given.growth(ann, 7, 10, "A lost parcel");
        assertThatExceptionOfType(FormSentAlready.class).isThrownBy(() -> given.growth(ann, 7, 2_000, "A lost parcel"));
        assertThatExceptionOfType(FormSentAlready.class).isThrownBy(() -> given.growth(ann, 7, 10, "Another"));
        assertThat(after("tiers.growth-adjusted")).hasSize(1);
    }

    private List<String> after(String action) {
        return jdbc.sql("select e.after::text from audit.entry e where e.action = :action order by e.id")
                .param("action", action)
                .query(String.class)
                .list();
    }
}
