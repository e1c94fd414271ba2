package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.WellspringTest;
import io.wellspring.staff.AsStaff;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Gifts, growth value, refunds and claims taken back need a reason that can be read. */
@WellspringTest
@AsStaff
class SayingWhyTests {

    @Autowired
    private BenefitDesk desk;

    @Test
    void aReasonThatNobodySeesIsMissing() {
        assertThatThrownBy(() -> GivenByHand.reason("\u200b")).isInstanceOf(GivenWithoutReason.class);
        assertThatThrownBy(() -> GivenByHand.reason("\u3000\u200d")).isInstanceOf(GivenWithoutReason.class);
        assertThat(GivenByHand.reason(" Goodwill ")).isEqualTo("Goodwill");
    }

    @Test
    void neitherIsAClaimUndoneWithoutOne() {
        assertThatThrownBy(() -> desk.undo(1, "undo", "\u200b", Instant.EPOCH)).isInstanceOf(GivenWithoutReason.class);
    }
}
