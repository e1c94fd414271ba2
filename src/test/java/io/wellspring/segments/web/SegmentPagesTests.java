package io.wellspring.segments.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.segments.ListedSegments;
import io.wellspring.segments.RuleAddress;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleNode.Kind;
import io.wellspring.segments.SegmentBook;
import io.wellspring.segments.SegmentRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WellspringTest
@AsStaff
class SegmentPagesTests {

    private static final RuleNode BUYERS =
            RuleNode.group(Kind.ALL, List.of(RuleNode.condition(Kind.FIELD, "orders", "AT_LEAST", List.of("1"), "")));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SegmentBook book;

    @Autowired
    ListedSegments listed;

    @Autowired
    SegmentRefresh refresh;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    HistoryRefresh histories;

    @Autowired
    ProfileRefresh profiles;

    @Autowired
    JdbcClient jdbc;

    UserId ann;
    UserId bob;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-01");
        facts.order(ann, "2026-06-01", 1000);
        metrics.refreshAll(LocalDate.parse("2026-06-30"), 365);
        histories.refreshAll();
        profiles.refreshAll();
    }

    @Test
    void worksAChangeIntoTheDraftAndKeepsItInTheAddress() {
        MvcTestResult changed = mvc.post()
                .uri("/segments/draft")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("name", "Buyers & more")
                .param("k:", "ANY")
                .param("k:0", "FIELD:orders")
                .param("was:0", "FIELD:orders")
                .param("o:0", "AT_LEAST")
                .param("v:0", "1")
                .param("act", "twice:0")
                .exchange();

        assertThat(changed).hasStatus(HttpStatus.FOUND);
        String address = Objects.requireNonNull(changed.getResponse().getRedirectedUrl());
        assertThat(address).startsWith("/segments/new?rule=").contains("name=Buyers%20%26%20more");
        RuleNode draft = RuleAddress.read(address.replaceAll(".*rule=([^&]*).*", "$1"));
        assertThat(draft.kind()).isEqualTo(Kind.ANY);
        assertThat(draft.parts()).hasSize(2);
        assertThat(draft.parts().getLast().values()).containsExactly("1");
    }

    @Test
    void countsEachConditionAndAllOfThemWhileItIsWritten() {
        assertThat(mvc.get().uri("/segments/new?rule=" + RuleAddress.write(BUYERS)))
                .hasStatusOk()
                .bodyText()
                .contains("/users?rule=")
                .contains("1 ");
    }

    @Test
    void refusesToSaveWhatIsUnfinishedAndLosesNothing() {
        assertThat(mvc.post()
                        .uri("/segments")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("name", "Half a rule")
                        .param("k:", "ALL")
                        .param("k:0", "FIELD:orders")
                        .param("was:0", "FIELD:orders")
                        .param("o:0", "AT_LEAST"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains("Half a rule");
    }

    @Test
    void marksTheBoxAndSaysWhatIsExpectedInIt() {
        String draft = "/segments/new?rule="
                + RuleAddress.write(RuleNode.group(
                        Kind.ALL,
                        List.of(RuleNode.condition(
                                Kind.ORDERS, "", "AT_LEAST", List.of("1"), "2011-03-01..2011-02-30"))));

        assertThat(asked(draft, "en", false))
                .hasStatusOk()
                .bodyText()
                .contains("There is no day 2011-02-30.", "id=\"wrong-0\"", "aria-describedby=\"wrong-0\"")
                .containsOnlyOnce("aria-invalid=\"true\"");
        assertThat(asked(draft, "zh-CN", false)).bodyText().contains("没有 2011-02-30 这一天。");
    }

    @Test
    void whatAsksByAnOperatorThatIsNoneIsTold() {
        for (Kind kind : List.of(Kind.FIELD, Kind.ATTRIBUTE, Kind.FIRST_TIME)) {
            String draft = "/segments/new?rule="
                    + RuleAddress.write(RuleNode.group(
                            Kind.ALL, List.of(RuleNode.condition(kind, "orders", "ANY", List.of("3"), ""))));

            assertThat(asked(draft, "en", false))
                    .as(kind.name())
                    .hasStatusOk()
                    .bodyText()
                    .contains("id=\"wrong-0\"");
        }
    }

    @Test
    void saysThatThereAreTooManyConditionsAndKeepsThem() {
        String draft = "/segments/new?rule="
                + RuleAddress.write(RuleNode.group(
                        Kind.ALL, Collections.nCopies(70, BUYERS.parts().getFirst())));

        assertThat(asked(draft, "en", false))
                .bodyText()
                .contains("50 conditions at most, and this one has 70", "once there are 20 fewer", "name=\"k:69\"");
    }

    @Test
    void showsASegmentWhyAUserIsInItAndItsUsers() {
        long buyers = book.create("Buyers", "who paid", BUYERS);
        long fresh = book.create("Fresh", "", BUYERS);
        refresh.refresh(buyers);

        assertThat(mvc.get().uri("/segments")).hasStatusOk().bodyText().contains("Buyers", "who paid");
        assertThat(asked("/segments/" + buyers, "en", false))
                .hasStatusOk()
                .bodyText()
                .contains("Buyers")
                .doesNotContain("Its members are being found");
        assertThat(asked("/segments/" + fresh, "en", false))
                .bodyText()
                .contains("Its members are being found")
                .doesNotContain("0.0%");
        assertThat(mvc.get().uri("/segments/" + buyers + "/users/" + ann)).hasStatusOk();
        assertThat(mvc.get().uri("/users?segment=" + buyers))
                .hasStatusOk()
                .bodyText()
                .contains("/users/" + ann);
        assertThat(mvc.get().uri("/users?rule=" + RuleAddress.write(BUYERS))).hasStatusOk();
        assertThat(mvc.get().uri("/segments/overlap?id=" + buyers)).hasStatusOk();
        assertThat(mvc.get().uri("/segments/" + buyers + "/edit")).hasStatusOk();
    }

    @Test
    void namesWhatARuleSpeaksOfThoughItIsGone() {
        long inner = book.create("Inner", "", BUYERS);
        long outer = book.create(
                "Outer",
                "",
                RuleNode.group(
                        Kind.ALL,
                        List.of(RuleNode.condition(Kind.SEGMENT, "", "IN", List.of(Long.toString(inner)), ""))));
        book.archive(inner);
        refresh.refreshAll();

        assertThat(asked("/segments/" + outer, "en", false))
                .bodyText()
                .contains("It is: Inner (archived).", "in “Inner (archived)”")
                .doesNotContain("#" + inner);
        assertThat(asked("/segments/" + outer, "zh-CN", false))
                .bodyText()
                .contains("Inner（已归档）")
                .doesNotContain("??");
    }

    @Test
    void knowsNothingOfStrangers() {
        long buyers = book.create("Buyers", "", BUYERS);
        assertThat(mvc.get().uri("/segments/" + buyers + "/users/999")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post()
                        .uri("/segments")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("segment", Long.toString(buyers))
                        .param("name", "Buyers")
                        .param("k:", "ALL")
                        .param("k:0", "FIELD:orders")
                        .param("was:0", "FIELD:orders")
                        .param("o:0", "AT_LEAST")
                        .param("v:0", "2")
                        .param("seen", "abc"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void showsWithWhichOthersASegmentSharesUsers() {
        long buyers = book.create("Buyers", "", BUYERS);
        long more = book.create("Buyers too", "", BUYERS);
        long apart = listed.createOf("Apart", "", List.of(bob));
        refresh.refresh(buyers);
        refresh.refresh(more);

        assertThat(shared(apart, true)).hasStatusOk().bodyText().contains("None of its members");
        assertThat(shared(buyers, true))
                .hasStatusOk()
                .bodyText()
                .contains("Buyers too", "100", "/segments/overlap?id=" + buyers + "&amp;id=" + more, "/users?rule=")
                .doesNotContain("<html");
        assertThat(shared(buyers, false)).hasStatusOk().bodyText().contains("<html", "Buyers too");
        assertThat(mvc.get().uri("/segments/" + buyers))
                .bodyText()
                .contains("hx-get=\"/segments/" + buyers + "/shared");
        assertThat(mvc.get().uri("/segments/999/shared")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult shared(long segment, boolean part) {
        return mvc.get()
                .uri("/segments/" + segment + "/shared")
                .header("Accept-Language", "en")
                .header("HX-Request", Boolean.toString(part))
                .exchange();
    }

    @Test
    void asksToAskAgainWhileProfilesNeverRest() {
        long buyers = book.create("Buyers", "", BUYERS);
        refresh.refresh(buyers);
        String draft = "/segments/new?name=Halfway&rule=" + RuleAddress.write(BUYERS);
        restless(() -> {
            for (String language : List.of("en", "zh-CN")) {
                String says = language.equals("en") ? "Please ask again in a moment" : "请稍后重试";
                assertThat(asked(draft, language, false))
                        .hasStatusOk()
                        .bodyText()
                        .contains(says, "Halfway", "count-again")
                        .doesNotContain("??");
                assertThat(asked(draft, language, true))
                        .hasStatusOk()
                        .bodyText()
                        .contains(says, "Halfway");
                assertThat(asked("/segments/overlap?id=" + buyers, language, false))
                        .hasStatus(HttpStatus.CONFLICT)
                        .bodyText()
                        .contains(says);
            }
        });
        assertThat(asked(draft, "en", false)).bodyText().doesNotContain("count-again");
    }

    private MvcTestResult asked(String address, String language, boolean htmx) {
        MockMvcTester.MockMvcRequestBuilder asking = mvc.get().uri(address).header("Accept-Language", language);
        return (htmx ? asking.header("HX-Request", "true") : asking).exchange();
    }

    /** Whoever asks for the state of the profiles meanwhile finds another one each time. */
    private void restless(Runnable asking) {
        jdbc.sql("alter table profiles.revision rename to revision_at_rest").update();
        jdbc.sql("create view profiles.revision as select gen_random_uuid() as revision")
                .update();
        try {
            asking.run();
        } finally {
            jdbc.sql("drop view profiles.revision").update();
            jdbc.sql("alter table profiles.revision_at_rest rename to revision").update();
        }
    }

    @Test
    void makesASegmentOfAList() {
        assertThat(mvc.get().uri("/segments/listed/new")).hasStatusOk();
        assertThat(listing("Typed", "X-ann", "", new byte[0])).hasStatus(HttpStatus.FOUND);
        assertThat(members("Typed")).isOne();
        assertThat(listing("Pasted", "\"X-ann\", “X-bob”；X’who、\tX-ann", "", new byte[0]))
                .hasStatus(HttpStatus.FOUND);
        assertThat(members("Pasted")).isEqualTo(2);
    }

    @Test
    void saysWhichLinesOfAListNameNobodyAndHowManyRepeatOthers() {
        MvcTestResult made = listing("Typed", "X-ann\nX-who <b>\nX-ann\nX-bob", "", new byte[0]);
        MvcTestResult shown = mvc.get()
                .uri(Objects.requireNonNull(made.getResponse().getRedirectedUrl()))
                .header("Accept-Language", "en")
                .flashAttrs(made.getMvcResult().getFlashMap())
                .exchange();

        assertThat(shown)
                .hasStatusOk()
                .bodyText()
                .contains("4 values read, 2 users found.", "1 value names only users whom a value before names too.")
                .contains("1 value names nobody that is known:", "<li>X-who &lt;b&gt;</li>");
    }

    @Test
    void saysOfAnEmptyListThatItIsEmpty() {
        assertThat(listing("Empty", "\n \n", "", new byte[0]))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains("The list is empty");
        assertThat(members("Empty")).isZero();
    }

    @Test
    void makesASegmentOfAFileHoweverItIsWritten() {
        String table = "\uFEFFmember,name\r\n\"X-ann\",Ann\r\nX-nobody,-\r\n";
        assertThat(listing("Marked", "", "list.csv", table.getBytes(StandardCharsets.UTF_8)))
                .hasStatus(HttpStatus.FOUND);
        assertThat(listing("Sheet", "", "list.txt", table.replace(',', '\t').getBytes(StandardCharsets.UTF_16LE)))
                .hasStatus(HttpStatus.FOUND);
        assertThat(listing("Chinese", "", "list.csv", "会员号;姓名\nX-ann;安\n".getBytes(Charset.forName("GB18030"))))
                .hasStatus(HttpStatus.FOUND);

        assertThat(List.of(members("Marked"), members("Sheet"), members("Chinese")))
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void refusesAFileThatIsNoListAndKeepsWhatWasTyped() {
        MvcTestResult refused = listing("Picture", "X-ann", "a.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0});

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused).bodyText().contains("value=\"Picture\"", "X-ann</textarea>");
        assertThat(members("Picture")).isZero();
    }

    private long members(String name) {
        return jdbc.sql(
                        "select count(*) from segments.segment s join segments.member using (segment_id) where s.name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private MvcTestResult listing(String name, String values, String file, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name\"", name.getBytes(StandardCharsets.UTF_8));
        part(body, "description\"", new byte[0]);
        part(body, "values\"", values.getBytes(StandardCharsets.UTF_8));
        part(body, "file\"; filename=\"" + file + "\"\r\nContent-Type: text/csv", content);
        body.writeBytes("--limit--\r\n".getBytes(StandardCharsets.US_ASCII));
        return mvc.post()
                .uri("/segments/listed")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .contentType("multipart/form-data; boundary=limit")
                .content(body.toByteArray())
                .exchange();
    }

    private static void part(ByteArrayOutputStream body, String head, byte[] content) {
        body.writeBytes(("--limit\r\nContent-Disposition: form-data; name=\"" + head + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void saysThatACutAddressCannotBeRead() {
        String address = RuleAddress.write(BUYERS);

        assertThat(mvc.get().uri("/segments/new?rule=" + address.substring(0, 10)))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    }
}
