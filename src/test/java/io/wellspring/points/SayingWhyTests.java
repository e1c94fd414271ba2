package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SayingWhyTests {

    @Test
    void aReasonThatNobodySeesIsMissing() {
        assertThatThrownBy(() -> Cause.said("\u200b")).isInstanceOf(ReasonMissing.class);
        assertThatThrownBy(() -> Cause.said("\u3000\u200d")).isInstanceOf(ReasonMissing.class);
        assertThat(Cause.said(" Goodwill ")).isEqualTo("Goodwill");
    }

    @Test
    void aSourceThatNobodySeesIsNone() {
        assertThatThrownBy(() -> Cause.ofOthers("\u200b", "Goodwill")).isInstanceOf(ReasonMissing.class);
    }

    /** What stands in the ledger is read, whatever was let through once. */
    @Test
    void whatStandsIsRead() {
        assertThat(new Cause("\u200b", "Goodwill").source()).isEqualTo("\u200b");
    }
}
