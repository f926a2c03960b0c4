package dev.rapport.access.web;

import dev.rapport.access.ApiToken;
import dev.rapport.access.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises programs by {@code Authorization: Bearer rpt_…}. A header that is not good is refused, never ignored. */
final class ReadsBearerTokens extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final ApiRefusals refusals;

    ReadsBearerTokens(Tokens tokens, ApiRefusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiToken> token = recognise(header);
        if (token.isEmpty()) {
            refusals.commence(request, response, new BadCredentialsException("No valid token"));
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(new TokenAuthentication(token.get())));
        chain.doFilter(request, response);
    }

    private Optional<ApiToken> recognise(String header) {
        boolean isBearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return isBearer ? tokens.recognise(header.substring(BEARER.length()).strip()) : Optional.empty();
    }
}
