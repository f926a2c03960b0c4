package dev.rapport.channels.bluesky;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a record: whose it is, of which kind, and its key. */
record AtUri(String repo, String collection, String key) {

    static final String POST = "app.bsky.feed.post";

    private static final Pattern FORM = Pattern.compile("at://([^/]+)/([^/]+)/([^/]+)");

    static Optional<AtUri> of(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new AtUri(parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    /** Where people read it. */
    String link() {
        return "https://bsky.app/profile/" + repo + "/post/" + key;
    }

    @Override
    public String toString() {
        return "at://" + repo + "/" + collection + "/" + key;
    }
}
