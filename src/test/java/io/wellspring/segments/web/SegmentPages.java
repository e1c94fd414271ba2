package io.wellspring.segments.web;

import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleNode.Kind;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Pages of segments and of the rules they go by, in the language asked for. */
@RequiredArgsConstructor
final class SegmentPages {

    static final RuleNode BUYERS =
            RuleNode.group(Kind.ALL, List.of(RuleNode.condition(Kind.FIELD, "orders", "AT_LEAST", List.of("1"), "")));

    private final MockMvcTester mvc;

    MvcTestResult asked(String address, String language, boolean htmx) {
        MockMvcTester.MockMvcRequestBuilder asking = mvc.get().uri(address).header("Accept-Language", language);
        return (htmx ? asking.header("HX-Request", "true") : asking).exchange();
    }
}
