package io.wellspring.staff.web;

import io.wellspring.staff.Language;
import io.wellspring.staff.StaffMember;
import io.wellspring.staff.StaffSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A member of staff who is logged in, as the session remembers them. */
class StaffAuthentication extends AbstractAuthenticationToken {

    private final StaffMember member;
    private final int generation;
    private final @Nullable Language language;

    StaffAuthentication(StaffSession session) {
        super(AuthorityUtils.createAuthorityList(session.member().role().authority()));
        this.member = session.member();
        this.generation = session.generation();
        this.language = session.language().orElse(null);
        setAuthenticated(true);
    }

    @Override
    public StaffMember getPrincipal() {
        return member;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    int generation() {
        return generation;
    }
}
