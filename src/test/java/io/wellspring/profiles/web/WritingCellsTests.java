package io.wellspring.profiles.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.shared.web.Markup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WritingCellsTests {

    @Test
    void writesWhatAUserIsCalledAsText() {
        assertThat(written("<b>A & \"B\" 'C'</b>", null, "<i>"))
                .isEqualTo("<td class=\"n\" data-label=\"Net &lt;amount&gt;\"><div>"
                        + "&lt;b&gt;A &amp; &quot;B&quot; &#39;C&#39;&lt;/b&gt;"
                        + "<div class=\"muted small\">&lt;i&gt;</div></div></td>");
    }

    @Test
    void writesTheColourBesideIt() {
        assertThat(written("杭州", "c111", null))
                .isEqualTo("<td class=\"n\" data-label=\"Net &lt;amount&gt;\"><div>"
                        + "<span class=\"dot me-1 c111\"></span>杭州</div></td>");
    }

    private static String written(String text, @Nullable String dot, @Nullable String note) {
        Markup markup = new Markup();
        new UserCell("Net <amount>", text, dot, note, "n").write(markup);
        return markup.toString();
    }
}
