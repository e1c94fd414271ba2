package io.wellspring.staff.web;

import io.wellspring.staff.StaffLogin;
import io.wellspring.staff.StaffSession;
import io.wellspring.staff.TooManyAttempts;
import io.wellspring.staff.WrongLogin;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** What the login form asks. */
@Component
@RequiredArgsConstructor
class PasswordLogin implements AuthenticationProvider {

    private final StaffLogin login;

    @Override
    public Authentication authenticate(Authentication typed) {
        try {
            StaffSession session = login.logIn(typed.getName(), Objects.toString(typed.getCredentials(), ""));
            return new StaffAuthentication(session);
        } catch (WrongLogin e) {
            throw new BadCredentialsException("Wrong login", e);
        } catch (TooManyAttempts e) {
            throw new LoginHeldUp(e.seconds());
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
