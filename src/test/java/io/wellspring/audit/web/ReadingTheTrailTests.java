package io.wellspring.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.imports.ImportKind;
import io.wellspring.membership.BenefitKind;
import io.wellspring.membership.QuotaPeriod;
import io.wellspring.membership.TermLength;
import io.wellspring.membership.TierProgram;
import io.wellspring.profiles.ListField;
import io.wellspring.segments.RuleJson;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.SegmentState;
import io.wellspring.staff.AsStaff;
import io.wellspring.tags.Choice;
import io.wellspring.tags.GroupDraft;
import io.wellspring.tags.TagCatalogue;
import io.wellspring.tags.TagDraft;
import io.wellspring.users.AttributeType;
import io.wellspring.users.ContactMedium;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** What the trail keeps as codes, numbers and documents reads as the pages it comes from say it. */
@WellspringTest
@AsStaff
class ReadingTheTrailTests {

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TagCatalogue tags;

    @Autowired
    TierProgram program;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    MessageSource messages;

    @Autowired
    MockMvcTester mvc;

    record Done(String action, String subject, Map<String, ?> before, Map<String, ?> after) implements Audited {}

    static Stream<Arguments> coded() {
        return Stream.of(
                        codes("benefits.saved", "benefit-kind", "", BenefitKind.values()),
                        codes("benefits.saved", "quota", "2 ", QuotaPeriod.values()),
                        codes("tiers.plan-saved", "term", "2 ", TermLength.Unit.values()),
                        codes("segment.changed", "state", "", SegmentState.values()),
                        codes("tag-group.changed", "choice", "", Choice.values()),
                        codes("attribute.created", "type", "", AttributeType.values()),
                        codes("user.consent", "medium", "", ContactMedium.values()),
                        codes("import.committed", "kind", "", ImportKind.values()))
                .flatMap(each -> each);
    }

    private static Stream<Arguments> codes(String action, String field, String before, Enum<?>[] codes) {
        return Stream.of(codes).map(code -> Arguments.of(action, field, before + code.name()));
    }

    @ParameterizedTest
    @MethodSource("coded")
    void noCodeIsShownAsItIsKept(String action, String field, String kept) {
        record(action, "thing", Map.of(), Map.of(field, kept));
        for (String language : List.of("en", "zh-CN")) {
            assertThat(values(action, language)).hasSize(1).doesNotContain(kept).noneMatch(String::isBlank);
        }
    }

    @Test
    void rulesAreSentencesAndTagsHaveNames() {
        long group = tags.create(new GroupDraft("Loyalty", Choice.MULTI, ""));
        long tag = tags.create(new TagDraft(group, "KOL", 1, "", Optional.empty(), Optional.empty()));
        RuleNode rule = RuleNode.group(
                RuleNode.Kind.ALL,
                List.of(RuleNode.condition(RuleNode.Kind.FIELD, "orders", "AT_LEAST", List.of("3"), "")));
        record(
                "segment.changed",
                "segment 5",
                Map.of("rule", "{\"version\": 0}"),
                Map.of("rule", RuleJson.write(rule), "gives-tag", tag));
        assertThat(values("segment.changed", "en")).containsExactly("KOL", "Orders in all at least 3");
        assertThat(body("segment.changed", "en"))
                .contains("{&quot;version&quot;: 0}")
                .contains("Gives the tag");
    }

    @Test
    void tiersHaveNamesAndExportsSayTheirFilters() {
        program.startDraft();
        program.publish(LocalDate.parse("2024-01-01"));
        record("points.reward-saved", "reward 3", Map.of(), Map.of("least-tier", "3"));
        record("users.exported", "users", Map.of(), Map.of("columns", "user,phone", "stage", "LOST,NEW", "tier", "3"));
        String third = program.publishedUpTo(1).getFirst().ofRank(3).nameEn();
        assertThat(values("points.reward-saved", "en")).containsExactly(third);
        assertThat(values("users.exported", "en")).containsExactly("User · Phone", "Lost, New", third);
    }

    /** Views were saved with whatever stood in an address. */
    @Test
    void whatNobodyCouldHaveAskedForIsShownAsItWasKept() {
        record(
                "list-view.shared",
                "list view 1",
                Map.of(),
                Map.of("stage-on", "x", "tier", "abc", "scored", "zz", "tag", "99999999999999999999", "rule", "??"));
        assertThat(values("list-view.shared", "en")).hasSize(5).contains("x", "abc", "zz", "99999999999999999999");
    }

    @Test
    void everyFilterOfTheListHasAName() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(ListField.ALL)
                    .allSatisfy(field -> assertThat(
                                    messages.getMessage("audit.field." + field.parameter(), null, "", locale))
                            .isNotBlank());
        }
    }

    @Test
    void whatStaysIsALink() {
        record("tier-programme.published", "tier programme 1", Map.of(), Map.of());
        record("points.rule-saved", "earning rule 7 Shopping", Map.of(), Map.of());
        record("staff.invited", "staff 2", Map.of(), Map.of());
        record("users.exported", "users", Map.of(), Map.of());
        assertThat(body("", "en"))
                .contains("<a href=\"/tiers/versions/1\">tier programme 1</a>")
                .contains("<a href=\"/points/rules/7\">earning rule 7 Shopping</a>")
                .contains(">staff 2</td>", ">users</td>");
    }

    @Test
    void linksLeadToPages() throws Exception {
        for (String path : SubjectText.PAGES.values()) {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", path + 1);
            ServletRequestPathUtils.parseAndCache(request);
            assertThat(requestMappingHandlerMapping.getHandler(request))
                    .as(path)
                    .isNotNull();
        }
        assertThat(SubjectText.KINDS).containsAll(SubjectText.PAGES.keySet());
    }

    private void record(String action, String subject, Map<String, ?> before, Map<String, ?> after) {
        transaction.executeWithoutResult(status -> trail.record(new Done(action, subject, before, after)));
    }

    private String body(String action, String language) {
        return new String(
                mvc.get()
                        .uri("/audit?action={action}", action)
                        .header("Accept-Language", language)
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    /** What became of each field, the newest entry first, in the order of their keys. */
    private List<String> values(String action, String language) {
        return Pattern.compile("</span></td>\\s*<td>([^<]*)</td>")
                .matcher(body(action, language))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
