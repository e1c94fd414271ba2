package io.wellspring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Pages carry no code and no style of their own: the content-security policy would refuse both, and unescaped text is never needed. */
class TemplatesTests {

    static Stream<Resource> templates() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void carryNoCodeAndNoStyle(Resource template) throws IOException {
        assertThat(template.getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("th:utext")
                .doesNotContain("[(")
                .doesNotContainPattern("<script(?![^>]*(src=|application/json))[^>]*>")
                .doesNotContainPattern("\\s(th:)?style=\"")
                .doesNotContainPattern("\\s(th:)?on[a-z]+=\"");
    }

    /** In attributes Thymeleaf does not know of, and in fragments’ parameters, it refuses to call beans, as soon as they are rendered. */
    @ParameterizedTest
    @MethodSource("templates")
    void callNoBeansWhereTheyAreRefused(Resource template) throws IOException {
        assertThat(template.getContentAsString(StandardCharsets.UTF_8))
                .doesNotContainPattern("\\sth:(data|hx)-[a-z-]+=\"[^\"]*@[a-zA-Z]+\\.")
                .doesNotContainPattern("\\sth:(replace|insert|src|href|action|formaction)=\"[^\"]*@[a-zA-Z]+\\.");
    }
}
