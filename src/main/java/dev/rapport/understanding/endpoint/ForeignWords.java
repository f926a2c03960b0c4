package dev.rapport.understanding.endpoint;

import dev.rapport.understanding.endpoint.Traces.Kind;
import dev.rapport.understanding.endpoint.Traces.Trace;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says whether a text leads to a place or a number that another text does not hold. */
public final class ForeignWords {

    /** A server's name without anything around it; a full stop that lacks its space mostly has a capital behind it. */
    private static final Pattern SERVER = Pattern.compile(
            "(?<![\\p{L}\\p{N}@.-])(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]*\\.)+(?:\\p{Ll}{2,}|\\p{Lu}{2,})(?![\\p{L}\\p{N}])");

    private ForeignWords() {}

    /** Whether every link, server, address and number of {@code text} stands in {@code known} too. */
    public static boolean areNoneIn(String text, String known) {
        return servers(known).containsAll(servers(text)) && traces(known).containsAll(traces(text));
    }

    private static Set<String> servers(String text) {
        return SERVER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(server -> server.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Set<String> traces(String text) {
        return Traces.of(text).stream().map(trace -> plain(trace, text)).collect(Collectors.toSet());
    }

    /** A telephone number is the same with other gaps. */
    private static String plain(Trace trace, String text) {
        String thing = text.substring(trace.from(), trace.to());
        boolean isNumber = trace.kind() == Kind.PHONE || trace.kind() == Kind.NUMBER;
        return isNumber ? thing.replaceAll("[ ()./+-]", "") : thing.toLowerCase(Locale.ROOT);
    }
}
