package dev.rapport.access.web;

import dev.rapport.access.User;
import dev.rapport.access.Users;
import dev.rapport.shared.UserId;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps only the user's id in the session and reads the user anew with each request, so that a changed role counts and a
 * deactivated user is out at once.
 */
@Component
@WhenServing
class UserSessions implements SecurityContextRepository {

    private static final String USER = "user";

    private final Users users;

    UserSessions(Users users) {
        this.users = users;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Remembered(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof UserAuthentication authentication) {
            HttpSession session = request.getSession();
            session.setAttribute(USER, authentication.getPrincipal().id().value());
            session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, authentication.getName());
        } else if (request.getSession(false) instanceof HttpSession session) {
            session.removeAttribute(USER);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return userId(request).isPresent();
    }

    private static Optional<UserId> userId(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(known -> (Long) known.getAttribute(USER))
                .map(UserId::of);
    }

    /** Looked up when first asked for: a stylesheet needs no user. */
    private final class Remembered implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;
        private boolean isGenerated;

        private Remembered(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known == null) {
                known = load();
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            get();
            return isGenerated;
        }

        private SecurityContext load() {
            Optional<User> user = userId(request).flatMap(users::find).filter(User::isActive);
            isGenerated = user.isEmpty();
            return user.<SecurityContext>map(known -> new SecurityContextImpl(new UserAuthentication(known)))
                    .orElseGet(SecurityContextHolder::createEmptyContext);
        }
    }
}
