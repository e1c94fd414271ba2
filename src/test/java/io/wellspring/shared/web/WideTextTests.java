package io.wellspring.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WideTextTests {

    @Test
    void digitsSignsAndSeparatorsAreInTheirUsualWidth() {
        assertThat(WideText.narrow("　－１，２３４．５０ ")).isEqualTo("-1,234.50");
        assertThat(WideText.narrow("＋５")).isEqualTo("+5");
        assertThat(WideText.narrow("1,000")).isEqualTo("1,000");
        assertThat(WideText.narrow("")).isEmpty();
    }

    @Test
    void whatOnlyLooksLikeDigitsStaysWhatItIs() {
        assertThat(WideText.narrow("10²")).isEqualTo("10²");
        assertThat(WideText.narrow("5①㊿½")).isEqualTo("5①㊿½");
    }
}
