package io.wellspring.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u00a0",
                "\u3000",
                "\u2003\u2009",
                "\u200b",
                "\u200b \u200d",
                "\ufeff",
                "\u00ad",
                "\u2060",
                "\u202e",
                "\u3164",
                "\u115f",
                "\u2800",
                "\uffa0",
                "\ufe0f",
                "\u034f",
                "\udb40\udc41",
                "\u2028"
            })
    void whatNobodySeesIsNothing(String typed) {
        assertThat(VisibleText.of(typed)).isEmpty();
    }

    @Test
    void whatIsSeenStaysAsItIsButForBlanksAround() {
        assertThat(VisibleText.of(" Goodwill\u3000")).isEqualTo("Goodwill");
        assertThat(VisibleText.of("\u5584\u610f")).isEqualTo("\u5584\u610f");
        assertThat(VisibleText.of("\u2764\ufe0f")).isEqualTo("\u2764\ufe0f");
        assertThat(VisibleText.of("\ud83d\udc9d")).isEqualTo("\ud83d\udc9d");
        assertThat(VisibleText.of("\u200bok")).isEqualTo("\u200bok");
        assertThat(VisibleText.of(".")).isEqualTo(".");
    }
}
