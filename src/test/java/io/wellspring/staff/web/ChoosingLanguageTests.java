package io.wellspring.staff.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.WellspringTest;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WellspringTest
@AsStaff(Role.OPERATOR)
class ChoosingLanguageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8 | zh-CN",
                "zh-TW | zh-CN",
                "zh | zh-CN",
                "en-GB,en | en",
                "fr,zh;q=0.5,en;q=0.4 | zh-CN",
                "de,fr | en"
            })
    void theBrowsersLanguageComesFirst(String accepted, String spoken) {
        assertThat(mvc.get().uri("/account").header("Accept-Language", accepted).exchange())
                .bodyText()
                .contains("<html lang=\"" + spoken + "\">");
    }

    @Test
    void aChosenLanguageBeatsTheBrowsers() {
        assertThat(mvc.get()
                        .uri("/account")
                        .header("Accept-Language", "en")
                        .cookie(new Cookie("lang", "zh-CN"))
                        .exchange())
                .bodyText()
                .contains("我的账号");
        assertThat(mvc.get()
                        .uri("/account")
                        .header("Accept-Language", "zh")
                        .cookie(new Cookie("lang", "tlh"))
                        .exchange())
                .bodyText()
                .contains("我的账号");
    }

    @Test
    void choosingIsRememberedForTheBrowserAndForThePerson() {
        assertThat(mvc.post()
                        .uri("/language")
                        .with(csrf())
                        .param("to", "zh-CN")
                        .param("back", "/users?q=%E7%8E%8B&page=2")
                        .exchange())
                .hasStatus(302)
                .hasRedirectedUrl("/users?q=%E7%8E%8B&page=2")
                .satisfies(result -> assertThat(result.getResponse().getHeader("Set-Cookie"))
                        .startsWith("lang=zh-CN; Path=/;")
                        .contains("SameSite=Lax", "HttpOnly"));
        assertThat(jdbc.sql("select locale from staff.account")
                        .query(String.class)
                        .single())
                .isEqualTo("zh-CN");
    }

    @Test
    void anUnknownLanguageChangesNothing() {
        assertThat(mvc.post().uri("/language").with(csrf()).param("to", "tlh").exchange())
                .hasRedirectedUrl("/")
                .doesNotContainHeader("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/a\\b",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: a=b",
                ""
            })
    void itNeverLeadsAway(String back) {
        assertThat(LanguageSwitch.local(back)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/users?q=a{b}&c=%20", "/rfm#top", "/a//b"})
    void itLeadsBack(String back) {
        assertThat(LanguageSwitch.local(back)).isEqualTo(back);
    }
}
