package io.wellspring.staff.web;

import io.wellspring.staff.Scope;
import io.wellspring.staff.TokenLogin;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * Who may call what under {@code /api}: tokens alone. There is no session to steal and no cookie that counts, so nothing a browser
 * sends by itself means anything, and no CSRF token is needed.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, TokenLogin login, ApiProblems problems) throws Exception {
        http.securityMatcher("/api/**");
        http.authorizeHttpRequests(rules -> rules.requestMatchers("/api/v1/imports", "/api/v1/imports/**")
                .hasAuthority(Scope.IMPORTS.authority())
                .requestMatchers("/api/v1/points/**")
                .hasAuthority(Scope.POINTS.authority())
                .requestMatchers("/api/v1/membership/**")
                .hasAuthority(Scope.MEMBERSHIP.authority())
                .requestMatchers("/api/v1/openapi.json")
                .authenticated()
                .anyRequest()
                .denyAll());
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.securityContext(
                context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()));
        http.csrf(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.anonymous(AbstractHttpConfigurer::disable);
        http.exceptionHandling(exceptions -> exceptions
                .authenticationEntryPoint((request, response, e) -> problems.tokenMissing(request, response))
                .accessDeniedHandler((request, response, e) -> problems.scopeMissing(request, response)));
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives("default-src 'none'"))
                .frameOptions(frames -> frames.deny()));
        http.addFilterAfter(new TokenGate(login, problems), HeaderWriterFilter.class);
        return http.build();
    }

    /** Who asks before sending a large file is answered by what reads it, not by the server: a wrong token is told first. */
    @Bean
    TomcatConnectorCustomizer askedBeforeSending() {
        return connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
                protocol.setContinueResponseTiming("onRead");
            }
        };
    }
}
