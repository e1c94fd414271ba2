package io.wellspring.staff.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.WellspringTest;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.Role;
import io.wellspring.staff.StaffFixtures;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WellspringTest
@AsStaff
@Import(StaffFixtures.class)
class StaffPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixtures staff;

    @Autowired
    CurrentStaff currentStaff;

    @ParameterizedTest
    @ValueSource(strings = {"/staff", "/staff/new", "/account", "/audit", "/jobs"})
    void pagesSpeakBothLanguages(String page) {
        staff.disabled("bob@example.org", Role.MANAGER);
        staff.invited("cid@example.org", Role.ADMIN);
        for (String language : new String[] {"en", "zh-CN"}) {
            assertThat(mvc.get().uri(page).header("Accept-Language", language).exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains("<html lang=\"" + language + "\">")
                    .doesNotContain("??");
        }
    }

    @Test
    void theListShowsEveryone() {
        staff.disabled("bob@example.org", Role.MANAGER);
        staff.invited("cid@example.org", Role.ADMIN);
        assertThat(mvc.get().uri("/staff").exchange())
                .bodyText()
                .contains("ann@example.org", "bob@example.org", "Disabled", "cid@example.org", "Invited");
    }

    @Test
    void aLinkIsShownOnceAndLetsSomeoneIn() {
        MockHttpSession session = new MockHttpSession();
        MvcTestResult invited = mvc.post()
                .uri("/staff")
                .with(csrf())
                .session(session)
                .param("name", "Bob")
                .param("email", "bob@example.org")
                .param("role", "OPERATOR")
                .exchange();
        assertThat(invited).hasRedirectedUrl("/staff");
        String link = (String)
                Objects.requireNonNull(invited.getMvcResult().getFlashMap().get("invitationLink"));
        assertThat(mvc.get().uri("/staff").session(session).exchange())
                .bodyText()
                .doesNotContain("??");
        assertThat(mvc.get().uri("/staff").session(session).exchange())
                .bodyText()
                .doesNotContain("/invitations/");

        String path = link.replace("http://localhost", "");
        assertThat(mvc.get().uri(path).with(anonymous()).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Welcome, Bob", "bob@example.org");
        assertThat(join(path, "short")).hasStatus(422).bodyText().contains("At least 12 characters");
        MockHttpSession bobs = new MockHttpSession();
        assertThat(mvc.post()
                        .uri(path)
                        .with(csrf())
                        .with(anonymous())
                        .session(bobs)
                        .param("password", "a long enough password")
                        .param("repeated", "a long enough password")
                        .exchange())
                .hasRedirectedUrl("/");
        assertThat(join(path, "a long enough password")).hasStatus(404);
        assertThat(mvc.get().uri(path).with(anonymous()).exchange())
                .hasStatus(404)
                .bodyText()
                .contains("This link does not work, or no longer.");
    }

    @Test
    void whatIsWrongWithAnInvitationStandsAtItsField() {
        assertThat(mvc.post()
                        .uri("/staff")
                        .with(csrf())
                        .param("name", "Bob")
                        .param("email", "ann@example.org")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("Someone with this e-mail is on the staff already.", "value=\"Bob\"");
    }

    @Test
    void aRefusedChangeComesBackWithItsReason() {
        MvcTestResult refused = mvc.post()
                .uri("/staff/" + currentStaff.get().id() + "/disable")
                .with(csrf())
                .header("Referer", "http://localhost/staff")
                .exchange();
        assertThat(refused).hasRedirectedUrl("/staff");
        assertThat(refused.getMvcResult().getFlashMap().get("refused"))
                .isEqualTo("This is the last admin. Make someone else an admin first.");
    }

    @Test
    void oneMayRenameOneself() {
        assertThat(mvc.post()
                        .uri("/account/name")
                        .with(csrf())
                        .param("name", "Anna")
                        .exchange())
                .hasRedirectedUrl("/account");
        assertThat(mvc.get().uri("/account").exchange()).bodyText().contains("Anna");
        assertThat(mvc.post()
                        .uri("/account/name")
                        .with(csrf())
                        .param("name", " ")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("Please enter a name.");
    }

    private MvcTestResult join(String path, String password) {
        return mvc.post()
                .uri(path)
                .with(csrf())
                .with(anonymous())
                .param("password", password)
                .param("repeated", password)
                .exchange();
    }
}
