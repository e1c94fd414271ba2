package io.wellspring.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

class LookingForTokensTests {

    private static final String FORM =
            "--limit\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nours\r\n--limit\r\n";

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void findsTheTokenAndLeavesAllToBeRead() throws Exception {
        SecurityContextHolder.setContext(new SecurityContextImpl(new TestingAuthenticationToken("ann", "", "ADMIN")));
        String body = FORM + "x".repeat(5000);
        ServletRequest seen = sent(request("multipart/form-data; boundary=limit", body));
        assertThat(seen.getParameter("_csrf")).isEqualTo("ours");
        assertThat(new String(seen.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(body);
    }

    @Test
    void looksAtNothingOfWhoIsNotLoggedInNorAtOtherRequests() throws Exception {
        MockHttpServletRequest anonymous = request("multipart/form-data; boundary=limit", FORM);
        assertThat(sent(anonymous)).isSameAs(anonymous);
        SecurityContextHolder.setContext(new SecurityContextImpl(new TestingAuthenticationToken("ann", "", "ADMIN")));
        MockHttpServletRequest piece = request("application/octet-stream", FORM);
        assertThat(sent(piece)).isSameAs(piece);
    }

    private static ServletRequest sent(MockHttpServletRequest request) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        new TokenBeforeFiles().doFilter(request, new MockHttpServletResponse(), chain);
        return Objects.requireNonNull(chain.getRequest());
    }

    private static MockHttpServletRequest request(String type, String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/rewards/1/codes");
        request.setContentType(type);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
