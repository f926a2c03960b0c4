package dev.rapport.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people reach this deployment: what links outside of pages begin with. */
@Component
public class PublicUrl {

    private final String base;

    PublicUrl(@Value("${rapport.public-url}") String base) {
        this.base = base.replaceFirst("/+$", "");
    }

    /** The whole address of {@code path}, which begins with a slash. */
    public String of(String path) {
        return base + path;
    }

    /** Whether browsers come by https, so that cookies may insist on it. */
    public boolean isSecure() {
        return base.startsWith("https://");
    }
}
