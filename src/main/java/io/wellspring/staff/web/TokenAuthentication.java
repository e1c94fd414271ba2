package io.wellspring.staff.web;

import io.wellspring.staff.Scope;
import io.wellspring.staff.TokenBearer;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Another system, for the length of one request. It has the authorities of its scopes and no role. */
class TokenAuthentication extends AbstractAuthenticationToken {

    private final transient TokenBearer bearer;

    TokenAuthentication(TokenBearer bearer) {
        super(AuthorityUtils.createAuthorityList(
                bearer.scopes().stream().map(Scope::authority).toList()));
        this.bearer = bearer;
        setAuthenticated(true);
    }

    @Override
    public TokenBearer getPrincipal() {
        return bearer;
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
