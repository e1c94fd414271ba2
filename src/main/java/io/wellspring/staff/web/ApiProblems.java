package io.wellspring.staff.web;

import io.wellspring.shared.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How another system is told that it does not get in. */
@Component
@RequiredArgsConstructor
class ApiProblems {

    private static final String REALM = "Bearer realm=\"Wellspring\"";

    private final MessageSource messages;
    private final JsonMapper json;
    private final LanguageResolver languages;

    /** Without a token. */
    void tokenMissing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, REALM);
        write(request, response, HttpStatus.UNAUTHORIZED, "token-missing");
    }

    /** Unknown, expired, revoked or resting: which of them is nobody's business. */
    void tokenWrong(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, REALM + ", error=\"invalid_token\"");
        write(request, response, HttpStatus.UNAUTHORIZED, "token-wrong");
    }

    void heldUp(HttpServletRequest request, HttpServletResponse response, long seconds) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        write(request, response, HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", seconds);
    }

    void scopeMissing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, REALM + ", error=\"insufficient_scope\"");
        write(request, response, HttpStatus.FORBIDDEN, "scope-missing");
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, Object... facts)
            throws IOException {
        String detail = messages.getMessage("api.problem." + code, facts, languages.resolveLocale(request));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(Problem.of(status, code, detail)));
    }
}
