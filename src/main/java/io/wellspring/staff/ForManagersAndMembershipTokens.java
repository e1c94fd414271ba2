package io.wellspring.staff;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Managers and those above may call it, background work too, and another system with a token of {@link Scope#MEMBERSHIP}. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@PreAuthorize("hasRole('MANAGER') or hasAuthority('SCOPE_MEMBERSHIP')")
public @interface ForManagersAndMembershipTokens {}
