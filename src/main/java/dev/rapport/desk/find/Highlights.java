package dev.rapport.desk.find;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows where in a message the words looked for stand. */
public final class Highlights {

    private static final int ROOM = 320;
    private static final int BEFORE = 60;

    private Highlights() {}

    static List<SearchPage.Stretch> of(String words, List<String> terms) {
        String line = words.replace('\n', ' ').replace('\r', ' ');
        if (terms.isEmpty()) {
            return List.of(new SearchPage.Stretch(cut(line, 0), false));
        }
        String all = terms.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Pattern wanted = Pattern.compile(
                "(?<![\\p{L}\\p{N}])(" + all + ")[\\p{L}\\p{N}]*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Matcher first = wanted.matcher(line);
        String shown = cut(line, first.find() ? Math.max(0, first.start() - BEFORE) : 0);
        List<SearchPage.Stretch> stretches = new ArrayList<>();
        int at = 0;
        for (Matcher hit = wanted.matcher(shown); hit.find(); at = hit.end()) {
            add(stretches, shown.substring(at, hit.start()), false);
            add(stretches, hit.group(), true);
        }
        add(stretches, shown.substring(at), false);
        return stretches;
    }

    /** The words around the first hit, as many characters as there is room for. */
    public static String around(String words, List<String> terms, int room) {
        String text = of(words, terms).stream().map(SearchPage.Stretch::words).collect(Collectors.joining());
        return text.length() <= room
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.min(room, text.codePointCount(0, text.length()))));
    }

    private static void add(List<SearchPage.Stretch> stretches, String words, boolean isHit) {
        if (!words.isEmpty()) {
            stretches.add(new SearchPage.Stretch(words, isHit));
        }
    }

    private static String cut(String line, int from) {
        int start = from == 0 ? 0 : Math.max(line.indexOf(' ', from), 0);
        int end = Math.min(line.length(), start + ROOM);
        if (end < line.length() && Character.isLowSurrogate(line.charAt(end))) {
            end--;
        }
        return (start > 0 ? "…" : "") + line.substring(start, end) + (end < line.length() ? "…" : "");
    }
}
