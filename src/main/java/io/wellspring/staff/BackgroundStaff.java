package io.wellspring.staff;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Lets background work through the front doors: it has every role and is nobody. Used by jobs only. */
@Component
public class BackgroundStaff {

    private static final Authentication SYSTEM = UsernamePasswordAuthenticationToken.authenticated(
            "system", "", AuthorityUtils.createAuthorityList(Role.SYSTEM_AUTHORITY));

    /** Runs {@code work} on this thread as the system; whoever was logged in on it is so again afterwards. */
    public void run(Runnable work) {
        new DelegatingSecurityContextRunnable(work, new SecurityContextImpl(SYSTEM)).run();
    }
}
