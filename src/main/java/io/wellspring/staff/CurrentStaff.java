package io.wellspring.staff;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who is at the keyboard now, and where that keyboard is. */
@Component
public class CurrentStaff {

    /** The member of staff whose request this is; empty before login and in background work. */
    public Optional<StaffMember> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof StaffMember member
                ? Optional.of(member)
                : Optional.empty();
    }

    /**
     * The member of staff whose request this is.
     *
     * @throws IllegalStateException if nobody is logged in; a page that may be seen so asks {@link #find()}
     */
    public StaffMember get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is logged in"));
    }

    /** Whether a member of staff with a role or one above it is at the keyboard; never in background work. */
    public boolean isAtLeast(Role role) {
        return find().filter(member -> member.role().compareTo(role) >= 0).isPresent();
    }

    /** The other system whose request this is, if it showed a token. */
    public Optional<TokenBearer> token() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof TokenBearer bearer
                ? Optional.of(bearer)
                : Optional.empty();
    }

    /** By which name what is done now goes on record: a member of staff's, or {@code token} and its name; empty if it is neither's. */
    public Optional<String> name() {
        return find().map(StaffMember::name).or(() -> token().map(TokenBearer::getName));
    }

    /** The network address the request came from; empty in background work. */
    public Optional<String> address() {
        return !isBackground()
                        && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? Optional.ofNullable(request.getRequest().getRemoteAddr())
                : Optional.empty();
    }

    private static boolean isBackground() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> Role.SYSTEM_AUTHORITY.equals(authority.getAuthority()));
    }
}
