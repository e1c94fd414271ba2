package io.wellspring.staff;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Operators and those above may call it, background work too, and another system with a token of {@link Scope#POINTS} or {@link
 * Scope#MEMBERSHIP}. For what both need: who a user is, and points that follow from a benefit.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@PreAuthorize("hasRole('OPERATOR') or hasAuthority('SCOPE_POINTS') or hasAuthority('SCOPE_MEMBERSHIP')")
public @interface ForOperatorsAndShopTokens {}
