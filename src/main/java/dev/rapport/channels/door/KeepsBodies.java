package dev.rapport.channels.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a delivery's body before any other filter can: signatures are made over its exact bytes, and a form's body that was
 * parsed once is gone. What is larger than a megabyte is not read at all.
 */
final class KeepsBodies extends OncePerRequestFilter {

    static final int MOST = 1 << 20;

    private static final String BODY = KeepsBodies.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        request.setAttribute(BODY, body);
        chain.doFilter(request, response);
    }

    static byte[] body(HttpServletRequest request) {
        return request.getAttribute(BODY) instanceof byte[] body ? body : new byte[0];
    }
}
