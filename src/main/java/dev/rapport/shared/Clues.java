package dev.rapport.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words by which a text can be told to be about somebody: whole addresses, handles, telephone numbers and names of at
 * least two words. Letter case does not count; a word that only begins or ends alike is another.
 */
public record Clues(List<String> words, List<String> handles) {

    private static final int SHORTEST_PHONE = 6;

    public static Clues of(Subject subject) {
        List<String> words = new ArrayList<>(subject.addresses());
        subject.phones().stream()
                .filter(phone -> phone.replaceAll("\\D", "").length() >= SHORTEST_PHONE)
                .forEach(words::add);
        subject.names().stream()
                .filter(name -> name.strip().contains(" "))
                .map(String::strip)
                .forEach(words::add);
        List<String> handles = subject.voices().stream()
                .map(voice -> voice.handle() == null ? voice.key() : voice.handle())
                .filter(handle -> !handle.contains("@"))
                .toList();
        return new Clues(distinct(words), distinct(handles));
    }

    /** What somebody is addressed by in a sentence: {@code @handle} and whole addresses. */
    public List<String> addressed() {
        List<String> all = new ArrayList<>();
        handles.forEach(handle -> all.add("@" + handle));
        words.stream().filter(word -> word.contains("@")).forEach(all::add);
        return all;
    }

    /** A regular expression for PostgreSQL's {@code ~*}; empty when there is nothing to look for. */
    public Optional<String> forPostgres() {
        return pattern("(?<![[:alnum:]])", "(?![[:alnum:]])");
    }

    /** The same for Java. */
    public Optional<Pattern> forJava() {
        return pattern("(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])")
                .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** A handle alone is an ordinary word: it counts after an {@code @} and as the whole of a file's cell. */
    private Optional<String> pattern(String before, String after) {
        List<String> either = new ArrayList<>();
        if (!words.isEmpty()) {
            either.add(before + "(" + joined(words) + ")" + after);
        }
        if (!handles.isEmpty()) {
            either.add("(@|[\",;\\t] ?|^)(" + joined(handles) + ")([\",;\\t]|$)");
            either.add("@(" + joined(handles) + ")(?![A-Za-z0-9_])");
        }
        return either.isEmpty() ? Optional.empty() : Optional.of(String.join("|", either));
    }

    private static String joined(List<String> words) {
        return words.stream().map(Clues::quoted).collect(Collectors.joining("|"));
    }

    /** A backslash before each sign is understood by both alike. */
    public static String quoted(String word) {
        return word.replaceAll("([^\\p{L}\\p{N}\\s])", "\\\\$1");
    }

    private static List<String> distinct(List<String> words) {
        return words.stream()
                .filter(word -> !word.isBlank())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
