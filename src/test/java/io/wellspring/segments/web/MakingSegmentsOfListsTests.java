package io.wellspring.segments.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

/** A list of users that is typed, pasted or in a file becomes a segment. */
@WellspringTest
@AsStaff
class MakingSegmentsOfListsTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        UserId ann = facts.user("ann", "2026-01-01");
        facts.user("bob", "2026-01-01");
        facts.order(ann, "2026-06-01", 1000);
        metrics.refreshAll(LocalDate.parse("2026-06-30"), 365);
        histories.refreshAll();
        profiles.refreshAll();
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
}
