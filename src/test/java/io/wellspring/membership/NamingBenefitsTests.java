package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.wellspring.WellspringTest;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A name is one benefit, in each of the languages, and a refusal is told at the name that is taken. */
@WellspringTest
@AsStaff(Role.MANAGER)
class NamingBenefitsTests {

    @Autowired
    BenefitCatalogue catalogue;

    @Test
    void theNameThatIsTakenIsTheOneThatIsTold() {
        long coupon = catalogue.create(named("Coupon", "优惠券"));
        refused("COUPON", "代金券", "nameEn");
        refused("Voucher", "优惠券", "nameZh");
        refused("coupon", "优惠券", "nameEn");

        long voucher = catalogue.create(named("Voucher", "代金券"));
        assertThatExceptionOfType(BenefitNameTaken.class)
                .isThrownBy(() -> catalogue.change(voucher, 1, named("Voucher", "优惠券")))
                .satisfies(taken -> assertThat(taken.field()).contains("nameZh"));
        assertThatNoException().isThrownBy(() -> catalogue.change(coupon, 1, named("COUPON", "优惠券")));
    }

    private void refused(String en, String zh, String field) {
        assertThatExceptionOfType(BenefitNameTaken.class)
                .isThrownBy(() -> catalogue.create(named(en, zh)))
                .satisfies(taken -> assertThat(taken.field()).contains(field));
    }

    private static BenefitTerms named(String en, String zh) {
        return Benefits.of(BenefitKind.COUPON, en, zh, 100, Optional.empty(), Optional.empty());
    }
}
