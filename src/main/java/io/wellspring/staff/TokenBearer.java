package io.wellspring.staff;

import java.security.Principal;
import java.util.Set;

/** Another system that shows a token. Not a member of staff; goes on record by the token's name. */
public record TokenBearer(long tokenId, String tokenName, Set<Scope> scopes) implements Principal {

    public TokenBearer {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String getName() {
        return "token " + tokenName;
    }
}
