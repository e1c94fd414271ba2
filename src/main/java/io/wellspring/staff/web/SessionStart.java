package io.wellspring.staff.web;

import io.wellspring.staff.StaffSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Logs someone in who has just proved themselves without the login form. */
@Component
@RequiredArgsConstructor
class SessionStart {

    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository csrfTokens;
    private final LanguageResolver languages;

    /** Under a new session id and with a new CSRF token, as after any login. */
    void logIn(StaffSession session, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId();
        csrfTokens.saveToken(null, request, response);
        SecurityContext context = new SecurityContextImpl(new StaffAuthentication(session));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        session.language().ifPresent(language -> languages.choose(language, request, response));
    }
}
