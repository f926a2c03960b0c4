package dev.rapport.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The page of ours that a form was sent from. */
final class CameFrom {

    private CameFrom() {}

    /** Path and query as written; null when the browser does not say or it was another site. */
    static @Nullable String page(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return null;
        }
        try {
            URI page = new URI(referer);
            String path = page.getRawPath();
            boolean isOurs = request.getServerName().equals(page.getHost()) && path != null && path.matches("/(?!/).*");
            return isOurs ? path + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()) : null;
        } catch (URISyntaxException unreadable) {
            return null;
        }
    }
}
