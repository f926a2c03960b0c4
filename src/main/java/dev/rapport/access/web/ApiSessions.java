package dev.rapport.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Lets a browser's session read the API; changes take a token, because a session's cookie can be made to ride along. */
record ApiSessions(UserSessions sessions) implements SecurityContextRepository {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return counts(request) ? sessions.loadDeferredContext(request) : new Nobody();
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Nobody signs in through the API.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return counts(request) && sessions.containsContext(request);
    }

    private static boolean counts(HttpServletRequest request) {
        return READING.contains(request.getMethod()) && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    private record Nobody() implements DeferredSecurityContext {

        @Override
        public SecurityContext get() {
            return SecurityContextHolder.createEmptyContext();
        }

        @Override
        public boolean isGenerated() {
            return true;
        }
    }
}
