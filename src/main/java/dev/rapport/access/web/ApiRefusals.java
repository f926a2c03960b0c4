package dev.rapport.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Tells a program why it was not let in and what to do, as a problem (RFC 9457). */
final class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        String detail = request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? "Send the header \"Authorization: Bearer rpt_…\" with an API token; managers make one under"
                        + " Settings, API tokens. A browser's session may only read."
                : "This token is unknown, revoked or expired, or the header is not \"Authorization: Bearer"
                        + " rpt_…\". Managers make a new one under Settings, API tokens.";
        write(request, response, HttpStatus.UNAUTHORIZED, "A valid API token is needed", detail);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        String detail = "The token is valid but lacks the scope for this. Make one that has it under Settings, API"
                + " tokens; scopes of a token cannot be changed.";
        write(request, response, HttpStatus.FORBIDDEN, "This token may not do that", detail);
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String title, String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(JSON.writeValueAsString(problem));
    }
}
