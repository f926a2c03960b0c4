package dev.rapport.access.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go on, taken from the address: only ever a page of ours. */
final class LocalPath {

    static final String START = "/home";

    /** One slash, then no second one or backslash, which browsers read as another host. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

    private LocalPath() {}

    static String orStart(@Nullable String wanted) {
        boolean isOurs = wanted != null && OURS.matcher(wanted).matches() && !wanted.startsWith("/sign-");
        return wanted == null || !isOurs || wanted.equals("/") ? START : wanted;
    }
}
