package io.wellspring.staff.web;

import io.wellspring.staff.StaffLogin;
import io.wellspring.staff.StaffSession;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** A session says who someone was when they logged in; what they may do is asked anew at every request. */
@RequiredArgsConstructor
class StillIn extends OncePerRequestFilter {

    private final StaffLogin login;
    private final RequestMatcher files;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof StaffAuthentication known) {
            Optional<StaffSession> session = login.stillIn(known.getPrincipal().id(), known.generation());
            SecurityContextHolder.clearContext();
            if (session.isPresent()) {
                SecurityContextHolder.setContext(new SecurityContextImpl(new StaffAuthentication(session.get())));
            } else {
                HttpSession old = request.getSession(false);
                if (old != null) {
                    old.invalidate();
                }
            }
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return files.matches(request);
    }
}
