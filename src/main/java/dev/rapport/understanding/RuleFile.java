package dev.rapport.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A resource of rules, one kind a line: {@code key points: pattern; pattern}, with {@code #} first for a comment. Points may
 * be left out or be negative.
 */
record RuleFile(List<Rule> rules) {

    record Rule(String key, int points, String pattern) {}

    /** Reads {@code understanding/NAME.txt}, which must be there. */
    static RuleFile load(String name) {
        var rules = new ArrayList<Rule>();
        for (String line : lines(name)) {
            addAll(line, rules);
        }
        return new RuleFile(rules);
    }

    /** The lines of a resource without comments and blank ones. */
    static List<String> lines(String name) {
        String file = "/understanding/" + name + ".txt";
        try (var in = RuleFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing from the application: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addAll(String line, List<Rule> rules) {
        int colon = line.indexOf(": ");
        if (colon < 0) {
            throw new IllegalStateException("a rule needs \"key points: patterns\": " + line);
        }
        String[] head = line.substring(0, colon).split(" ", 2);
        int points = head.length < 2 ? 0 : Integer.parseInt(head[1].strip());
        for (String pattern : line.substring(colon + 2).split(";", -1)) {
            if (!pattern.isBlank()) {
                rules.add(new Rule(head[0], points, pattern.strip()));
            }
        }
    }
}
