package io.wellspring.staff.web;

import io.wellspring.staff.Setup;
import io.wellspring.staff.StaffLogin;
import io.wellspring.staff.StaffMember;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may open which address, and what every response says to the browser. Front doors check roles once more. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    static final String PERMISSIONS_POLICY =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    private static final String[] FILES = {"/css/**", "/js/**", "/img/**", "/webjars/**", "/_static/**"};
    private static final String[] HEALTH = {
        "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
    };
    private static final String[] BEFORE_LOGIN = {"/setup", "/setup/**", "/login", "/invitations/**", "/error"};
    private static final String[] ADMINS = {
        "/actuator/**", "/staff/**", "/audit/**", "/imports/**", "/users/attributes/**", "/welcome", "/demo/**"
    };

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            StaffLogin login,
            Setup setup,
            LanguageResolver languages,
            SecurityContextRepository contexts,
            CsrfTokenRepository csrfTokens)
            throws Exception {
        RequestCache comeBack = pageToComeBackTo();
        http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(FILES)
                .permitAll()
                .requestMatchers(HEALTH)
                .permitAll()
                .requestMatchers(BEFORE_LOGIN)
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/language")
                .permitAll()
                .requestMatchers(ADMINS)
                .hasRole("ADMIN")
                .requestMatchers(HttpMethod.POST, "/points/settings")
                .hasRole("ADMIN")
                .requestMatchers(
                        "/rfm/models/**",
                        "/lifecycle/thresholds/**",
                        "/points/adjustments/**",
                        "/points/grants",
                        "/points/grants/**",
                        "/users/granting",
                        "/points/settings",
                        "/points/rules/new",
                        "/rewards/new",
                        "/benefits/new",
                        "/users/*/points/adjustment",
                        "/users/*/tier/gift",
                        "/users/*/tier/gift/end",
                        "/users/*/tier/memberships/*/refund",
                        "/tiers/plans/new",
                        "/users/*/tier/growth",
                        "/users/*/benefits/claims/*/undoing")
                .hasRole("MANAGER")
                .requestMatchers(HttpMethod.POST, "/rewards/redemptions/**")
                .hasRole("OPERATOR")
                .requestMatchers(
                        HttpMethod.POST,
                        "/rfm/**",
                        "/tiers/**",
                        "/benefits",
                        "/benefits/**",
                        "/points/rules/**",
                        "/points/rules",
                        "/points/check-ins",
                        "/rewards",
                        "/rewards/**")
                .hasRole("MANAGER")
                .anyRequest()
                .hasRole("OPERATOR"));
        http.securityContext(context -> context.securityContextRepository(contexts));
        http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens));
        http.requestCache(cache -> cache.requestCache(comeBack));
        http.formLogin(form -> form.loginPage("/login")
                .usernameParameter("email")
                .successHandler(welcomeBack(languages, comeBack))
                .failureHandler(SecurityConfiguration::notLetIn));
        http.logout(logout -> logout.logoutUrl("/logout")
                .addLogoutHandler(onRecord(login))
                .deleteCookies("JSESSIONID")
                .logoutSuccessUrl("/login?out"));
        http.exceptionHandling(exceptions -> exceptions
                .authenticationEntryPoint((request, response, e) -> HtmxAware.redirect(request, response, "/login"))
                .accessDeniedHandler(denied()));
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(frames -> frames.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY)));
        http.addFilterAfter(new StillIn(login, paths(FILES)), HeaderWriterFilter.class);
        http.addFilterAfter(new SetupGate(setup, openDuringSetup()), StillIn.class);
        http.addFilterBefore(new TokenBeforeFiles(), CsrfFilter.class);
        return http.build();
    }

    /** No text a person types holds a NUL, and no text column can. */
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    CsrfTokenRepository csrfTokenRepository() {
        return new HttpSessionCsrfTokenRepository();
    }

    /** Without a parameter of its own in the address, which the library takes null to mean without saying so. */
    @SuppressWarnings("NullAway")
    private static RequestCache pageToComeBackTo() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"),
                new NegatedRequestMatcher(HtmxAware::isPart),
                new NegatedRequestMatcher(paths("/favicon.ico", "/actuator/**")),
                request -> String.valueOf(request.getHeader("Accept")).contains("text/html")));
        return cache;
    }

    private static AuthenticationSuccessHandler welcomeBack(LanguageResolver languages, RequestCache comeBack) {
        SavedRequestAwareAuthenticationSuccessHandler onwards = new SavedRequestAwareAuthenticationSuccessHandler();
        onwards.setRequestCache(comeBack);
        return (request, response, authentication) -> {
            if (authentication instanceof StaffAuthentication staff) {
                staff.language().ifPresent(language -> languages.choose(language, request, response));
            }
            onwards.onAuthenticationSuccess(request, response, authentication);
        };
    }

    private static void notLetIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why = failure instanceof LoginHeldUp heldUp ? "wait=" + heldUp.seconds() : "wrong";
        response.sendRedirect(request.getContextPath() + "/login?" + why);
    }

    private static LogoutHandler onRecord(StaffLogin login) {
        return (request, response, authentication) -> {
            if (authentication != null && authentication.getPrincipal() instanceof StaffMember member) {
                login.loggedOut(member);
            }
        };
    }

    /**
     * A login form left open for too long is simply shown again, and whoever changes part of a page after the session has ended is sent to
     * the login as if asking for it; everything else is refused, and the error page told why.
     */
    private static AccessDeniedHandler denied() {
        AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();
        RequestMatcher loggingIn = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login");
        return (HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) -> {
            if (e instanceof CsrfException && loggingIn.matches(request)) {
                response.sendRedirect(request.getContextPath() + "/login?expired");
            } else if (e instanceof CsrfException
                    && HtmxAware.isPart(request)
                    && SecurityContextHolder.getContext().getAuthentication() == null) {
                HtmxAware.redirect(request, response, "/login");
            } else {
                request.setAttribute(WebAttributes.ACCESS_DENIED_403, e);
                forbidden.handle(request, response, e);
            }
        };
    }

    private static RequestMatcher openDuringSetup() {
        return new OrRequestMatcher(paths(FILES), paths(HEALTH), paths("/setup", "/setup/**", "/language", "/error"));
    }

    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(Stream.of(patterns)
                .map(pattern -> (RequestMatcher)
                        PathPatternRequestMatcher.withDefaults().matcher(pattern))
                .toList());
    }
}
