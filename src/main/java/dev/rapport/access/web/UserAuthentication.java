package dev.rapport.access.web;

import dev.rapport.access.Role;
import dev.rapport.access.Scope;
import dev.rapport.access.User;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in user: the roles theirs covers, and reading through the API as their screens do. */
final class UserAuthentication extends AbstractAuthenticationToken {

    private final transient User user;

    UserAuthentication(User user) {
        super(authorities(user.role()));
        this.user = user;
        setAuthenticated(true);
    }

    @Override
    public User getPrincipal() {
        return user;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return Long.toString(user.id().value());
    }

    private static Collection<GrantedAuthority> authorities(Role role) {
        Stream<String> roles = Arrays.stream(Role.values()).filter(role::covers).map(covered -> "ROLE_" + covered);
        Stream<String> scopes =
                Arrays.stream(Scope.values()).filter(scope -> !scope.isWrite()).map(Scope::authority);
        return Stream.concat(roles, scopes)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
