package dev.rapport.access.web;

import dev.rapport.access.ApiToken;
import dev.rapport.access.Scope;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A program with a valid token: what its scopes say. */
final class TokenAuthentication extends AbstractAuthenticationToken {

    private final transient ApiToken token;

    TokenAuthentication(ApiToken token) {
        super(token.scopes().stream()
                .map(Scope::authority)
                .map(SimpleGrantedAuthority::new)
                .toList());
        this.token = token;
        setAuthenticated(true);
    }

    @Override
    public ApiToken getPrincipal() {
        return token;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return token.name();
    }
}
