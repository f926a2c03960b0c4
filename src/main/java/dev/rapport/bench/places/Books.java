package dev.rapport.bench.places;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was said at a place and what it was sent, each by its token: the place's own account, for counting. */
public final class Books {

    private static final Pattern TOKEN = Pattern.compile("\\b[hr]\\d{7}x[0-9a-f]{4}\\b");

    private final List<String> said = new ArrayList<>();
    private final List<String> received = new ArrayList<>();

    /** A place's account as it is handed out. */
    public record Account(List<String> said, List<String> received, int failures) {}

    public synchronized void said(String words) {
        tokens(words).forEach(said::add);
    }

    public synchronized void received(String words) {
        tokens(words).forEach(received::add);
    }

    synchronized Account account(int failures) {
        return new Account(List.copyOf(said), List.copyOf(received), failures);
    }

    /** The tokens in some words. */
    public static List<String> tokens(String words) {
        List<String> found = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(words);
        while (tokens.find()) {
            found.add(tokens.group());
        }
        return found;
    }
}
