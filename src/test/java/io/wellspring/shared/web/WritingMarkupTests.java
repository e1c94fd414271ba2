package io.wellspring.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.shared.web.Choices.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WritingMarkupTests {

    @Test
    void escapesWordsWithinElementsAndAttributes() {
        assertThat(new Markup()
                        .html("<b title=\"")
                        .text("\"<'&>\" 杭州")
                        .html("\">")
                        .number(-3)
                        .html("</b>"))
                .hasToString("<b title=\"&quot;&lt;&#39;&amp;&gt;&quot; 杭州\">-3</b>");
    }

    @Test
    void choosesWhatIsChosenAndNothingElse() {
        assertThat(written(new Choices(List.of(new Choice("", "Any"), new Choice("a&b", "A <b>")), "a&b")))
                .isEqualTo("<option value=\"\">Any</option>"
                        + "<option value=\"a&amp;b\" selected=\"selected\">A &lt;b&gt;</option>");
    }

    @Test
    void sendsAlongWhatIsHidden() {
        assertThat(written(new HiddenFields(Map.of("city", "\"杭州\""))))
                .isEqualTo("<input type=\"hidden\" name=\"city\" value=\"&quot;杭州&quot;\"/>");
    }

    @Test
    void takesNothingAsItIsButLiterals() throws IOException {
        Pattern any = Pattern.compile("\\.html\\(");
        Pattern literal = Pattern.compile("\\.html\\(\\s*\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\)");
        long seen = 0;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(source);
                long calls = any.matcher(code).results().count();
                seen += calls;
                assertThat(literal.matcher(code).results().count())
                        .as(source.toString())
                        .isEqualTo(calls);
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    private static String written(Written part) {
        Markup markup = new Markup();
        part.write(markup);
        return markup.toString();
    }
}
