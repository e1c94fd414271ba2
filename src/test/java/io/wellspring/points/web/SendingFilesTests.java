package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.staff.AsStaff;
import java.io.UnsupportedEncodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Forms that send files say that they are ours in their first field; no address does. */
@WellspringTest
@AsStaff
class SendingFilesTests {

    private static final Pattern FORM = Pattern.compile(
            "<form [^>]*enctype=\"multipart/form-data\"[^>]*><input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void coupons() {
        jdbc.sql("""
                        insert into points.reward (name, description, price, supply, valid_from, created_at)
                        values ('Coupon', '', 300, 'CODES', '2026-01-01', '2026-01-01T00:00Z')
                        """).update();
    }

    @Test
    void noAddressHoldsTheToken() throws UnsupportedEncodingException {
        for (String address : new String[] {"/rewards/1", "/segments/listed/new", "/imports/new"}) {
            assertThat(page(address)).doesNotContain("_csrf=").containsPattern(FORM);
        }
    }

    @Test
    void theTokenInTheFirstFieldLetsTheFileIn() throws UnsupportedEncodingException {
        Matcher form = FORM.matcher(page("/rewards/1"));
        assertThat(form.find()).isTrue();
        assertThat(send(field("_csrf", form.group(1)) + field("codes", "A-1\r\nA-2")))
                .hasRedirectedUrl("/rewards/1");
        assertThat(codes()).as("the token is no code").isEqualTo(2);
        assertThat(send(field("_csrf", form.group(1)) + field("codes", "B-1\r\n" + "long ".repeat(1000)))
                        .getResponse()
                        .getStatus())
                .as("what is longer than what was looked at is read whole")
                .isNotEqualTo(403);
    }

    @Test
    void withoutItNothingComesIn() throws UnsupportedEncodingException {
        Matcher form = FORM.matcher(page("/rewards/1"));
        assertThat(form.find()).isTrue();
        assertThat(send(field("codes", "A-1"))).hasStatus(403);
        assertThat(send(field("_csrf", "guessed") + field("codes", "A-1"))).hasStatus(403);
        assertThat(send(field("codes", "A-1") + field("_csrf", form.group(1)))).hasStatus(403);
        assertThat(codes()).isZero();
    }

    private long codes() {
        return jdbc.sql("select count(*) from points.reward_code")
                .query(Long.class)
                .single();
    }

    private String page(String address) throws UnsupportedEncodingException {
        MvcTestResult page = mvc.get().uri(address).session(session).exchange();
        assertThat(page).hasStatusOk();
        return page.getResponse().getContentAsString();
    }

    private MvcTestResult send(String fields) {
        return mvc.post()
                .uri("/rewards/1/codes")
                .session(session)
                .contentType("multipart/form-data; boundary=limit")
                .content(fields + "--limit--\r\n")
                .exchange();
    }

    private static String field(String name, String value) {
        return "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
