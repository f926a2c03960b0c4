package dev.rapport.channels.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Slack's way of writing: three signs are escaped, and links and names stand in angle brackets.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">formatting</a>
 */
final class SlackText {

    private static final Pattern REFERENCE = Pattern.compile("<([@#!]?)([^>|]+)(?:\\|([^>]*))?>");

    private SlackText() {}

    /** The words as people see them; whoever is named without a name keeps their number. */
    static String read(@Nullable String text) {
        Matcher found = REFERENCE.matcher(text == null ? "" : text);
        String plain = found.replaceAll(one -> {
            String label = one.group(3) == null || one.group(3).isEmpty() ? one.group(2) : one.group(3);
            String sign = one.group(1).equals("!") ? "@" : one.group(1);
            boolean isSigned = label.startsWith("@") || label.startsWith("#");
            return Matcher.quoteReplacement((isSigned ? "" : sign) + label);
        });
        return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    static String written(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
