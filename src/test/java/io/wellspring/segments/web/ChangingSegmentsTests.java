package io.wellspring.segments.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.segments.RuleAddress;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleNode.Kind;
import io.wellspring.segments.SegmentBook;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import io.wellspring.staff.web.AnnAsAdmin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Segments are changed by two at once, put away and brought back. */
@WellspringTest
@AsStaff
class ChangingSegmentsTests {

    private static final RuleNode BUYERS =
            RuleNode.group(Kind.ALL, List.of(RuleNode.condition(Kind.FIELD, "orders", "AT_LEAST", List.of("1"), "")));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SegmentBook book;

    @Autowired
    JdbcClient jdbc;

    @Test
    void neverSavesOverWhatSomebodyElseChanged() {
        long buyers = book.create("Buyers", "", BUYERS);
        String draft = "/segments/" + buyers + "/edit?rule=" + RuleAddress.write(BUYERS) + "&name=Mine&seen=1";
        assertThat(mvc.get().uri(draft)).bodyText().doesNotContain("Somebody else has changed");
        backAtTheKeyboard();
        book.describe(buyers, "Theirs", "");

        for (int pressed = 0; pressed < 2; pressed++) {
            assertThat(saving(buyers, "1"))
                    .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                    .bodyText()
                    .contains("nothing is saved", "It is “Theirs” by now", "value=\"Mine\"", "seen=2");
        }
        assertThat(mvc.get().uri(draft)).bodyText().contains("It is “Theirs” by now");
        assertThat(saving(buyers, "abc")).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        backAtTheKeyboard();
        assertThat(book.get(buyers).name()).isEqualTo("Theirs");
        assertThat(saving(buyers, "2")).hasRedirectedUrl("/segments/" + buyers);
        backAtTheKeyboard();
        assertThat(book.get(buyers).name()).isEqualTo("Mine");
    }

    private MvcTestResult saving(long segment, String seen) {
        return mvc.post()
                .uri("/segments")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("segment", Long.toString(segment))
                .param("seen", seen)
                .param("name", "Mine")
                .param("k:", "ALL")
                .param("k:0", "FIELD:orders")
                .param("was:0", "FIELD:orders")
                .param("o:0", "AT_LEAST")
                .param("v:0", "2")
                .exchange();
    }

    @Test
    void bringsBackWhatWasPutAwayWithItsTag() {
        long tag = tag("Buyer");
        long buyers = book.create("Buyers", "", BUYERS);
        book.feed(buyers, Optional.of(tag));
        assertThat(mvc.get().uri("/segments/" + buyers)).bodyText().contains("Its members lose the tag “Buyer”");
        assertThat(posted("/segments/" + buyers + "/archive")).hasRedirectedUrl("/segments");
        assertThat(mvc.get().uri("/segments/" + buyers))
                .bodyText()
                .contains("Bring back without its tag", "let it give “Buyer” again", "Duplicate");
        assertThat(mvc.post()
                        .uri("/segments/" + buyers + "/return")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("tagging", "true"))
                .hasRedirectedUrl("/segments/" + buyers);
        assertThat(jdbc.sql("select feeds_tag from segments.segment where state = 'ACTIVE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(tag);
        assertThat(mvc.get().uri("/audit")).bodyText().contains("Segment brought back");
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void leavesArchivingWhatGivesATagToManagers() {
        long plain = book.create("Plain", "", BUYERS);
        AnnAsAdmin.logIn();
        long tagging = book.create("Tagging", "", BUYERS);
        book.feed(tagging, Optional.of(tag("Buyer")));
        backAtTheKeyboard();

        assertThat(mvc.get().uri("/segments/" + tagging))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/segments/" + tagging + "/archive");
        backAtTheKeyboard();
        assertThat(mvc.get().uri("/segments/" + plain)).bodyText().contains("/segments/" + plain + "/archive");
        backAtTheKeyboard();
        assertThat(posted("/segments/" + tagging + "/archive"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains("A manager has to archive it");
        backAtTheKeyboard();
        assertThat(posted("/segments/" + plain + "/archive")).hasRedirectedUrl("/segments");
    }

    /** A request takes its security context along when it is over. */
    private static void backAtTheKeyboard() {
        SecurityContextHolder.setContext(TestSecurityContextHolder.getContext());
    }

    private MvcTestResult posted(String address) {
        return mvc.post()
                .uri(address)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private long tag(String name) {
        jdbc.sql("insert into tags.tag_group (name, created_at) values ('G', timestamptz '2026-01-01')")
                .update();
        return jdbc.sql("""
                        insert into tags.tag (group_id, name, colour, created_at)
                        values ((select min(group_id) from tags.tag_group), :name, 1, timestamptz '2026-01-01')
                        returning tag_id
                        """).param("name", name).query(Long.class).single();
    }
}
