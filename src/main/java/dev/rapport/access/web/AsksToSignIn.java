package dev.rapport.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Leads a stranger to the sign-in page, and from there to the page they wanted. */
final class AsksToSignIn implements AuthenticationEntryPoint {

    private static final String SIGN_IN = "/sign-in";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", SIGN_IN);
        } else if (isPage(request)) {
            response.sendRedirect(SIGN_IN + "?next=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8));
        } else if (request.getMethod().equals("GET")) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(SIGN_IN);
        }
    }

    /** Streams and data are asked for by scripts, which cannot use a page. */
    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        boolean wantsHtml = accepted == null || accepted.contains("text/html") || accepted.equals("*/*");
        return request.getMethod().equals("GET") && wantsHtml;
    }

    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
