package io.wellspring.staff.web;

import io.wellspring.staff.TokenBearer;
import io.wellspring.staff.TokenLogin;
import io.wellspring.staff.TooManyAttempts;
import io.wellspring.staff.WrongToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever shows a token, and only them: whatever a session says does not count here. */
@RequiredArgsConstructor
class TokenGate extends OncePerRequestFilter {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([\\x21-\\x7e]{1,200})");

    private final TokenLogin login;
    private final ApiProblems problems;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContextHolder.clearContext();
        List<String> shown = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (shown.isEmpty()) {
            problems.tokenMissing(request, response);
            return;
        }
        try {
            TokenBearer bearer = login.bearerOf(secret(shown));
            SecurityContextHolder.setContext(new SecurityContextImpl(new TokenAuthentication(bearer)));
        } catch (WrongToken e) {
            problems.tokenWrong(request, response);
            return;
        } catch (TooManyAttempts e) {
            problems.heldUp(request, response, e.seconds());
            return;
        }
        chain.doFilter(request, response);
    }

    /** Something else than one token is a wrong one. */
    private static String secret(List<String> shown) {
        Matcher bearer = BEARER.matcher(shown.getFirst().strip());
        return shown.size() == 1 && bearer.matches() ? bearer.group(1) : "";
    }
}
