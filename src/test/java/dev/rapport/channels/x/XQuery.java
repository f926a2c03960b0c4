package dev.rapport.channels.x;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A query of recent search: words, quoted words, {@code from:}, {@code to:}, {@code @}, {@code #},
 * {@code conversation_id:}, {@code is:reply}, negation, OR and brackets; "and" binds closer than OR. From
 * https://docs.x.com/x-api/posts/search/integrate/build-a-query. Operators this place does not play are refused, as X
 * refuses those it does not know.
 */
final class XQuery {

    /** What X would not search for. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    private static final Pattern PIECE = Pattern.compile("-?\"[^\"]*\"|-?\\(|\\)|[^\\s()]+");
    private static final List<String> ALONE = List.of("from:", "to:", "@", "#", "conversation_id:");

    private final List<String> pieces;
    private boolean standsAlone;
    private int next;

    private XQuery(String query) {
        pieces = new ArrayList<>(
                PIECE.matcher(query).results().map(piece -> piece.group()).toList());
    }

    static Predicate<XPost> of(String query) {
        if (query.isBlank() || query.length() > 512) {
            throw new Refused("The query is empty or longer than 512 characters");
        }
        XQuery reading = new XQuery(query);
        Predicate<XPost> matches = reading.either();
        if (reading.next < reading.pieces.size() || !reading.standsAlone) {
            throw new Refused("There were errors processing your request: a standalone operator is needed");
        }
        return matches;
    }

    private Predicate<XPost> either() {
        Predicate<XPost> matches = all();
        while (next < pieces.size() && pieces.get(next).equals("OR")) {
            next++;
            matches = matches.or(all());
        }
        return matches;
    }

    private Predicate<XPost> all() {
        Predicate<XPost> matches = one();
        while (next < pieces.size()
                && !pieces.get(next).equals("OR")
                && !pieces.get(next).equals(")")) {
            matches = matches.and(one());
        }
        return matches;
    }

    private Predicate<XPost> one() {
        if (next == pieces.size() || pieces.get(next).equals(")")) {
            throw new Refused("There were errors processing your request: no viable alternative");
        }
        String piece = pieces.get(next++);
        boolean not = piece.startsWith("-");
        String bare = not ? piece.substring(1) : piece;
        Predicate<XPost> matches = bare.equals("(") ? inBrackets() : operator(bare, not);
        return not ? matches.negate() : matches;
    }

    private Predicate<XPost> inBrackets() {
        Predicate<XPost> matches = either();
        if (next == pieces.size()) {
            throw new Refused("There were errors processing your request: missing ')'");
        }
        next++;
        return matches;
    }

    private Predicate<XPost> operator(String bare, boolean not) {
        if (bare.equals("is:reply")) {
            return post -> post.answers() != null;
        }
        if (bare.equals("is:retweet") || bare.equals("is:quote")) {
            return post -> false;
        }
        standsAlone |= !not;
        String value = bare.substring(bare.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        if (bare.startsWith("from:")) {
            return post -> post.author().username().equals(value.replace("@", ""));
        }
        if (bare.startsWith("to:")) {
            return post ->
                    post.answers() != null && post.answers().author().username().equals(value.replace("@", ""));
        }
        if (bare.startsWith("conversation_id:")) {
            return post -> Long.toString(post.conversation()).equals(value);
        }
        if (bare.contains(":") && !bare.startsWith("\"") && ALONE.stream().noneMatch(bare::startsWith)) {
            throw new Refused("There were errors processing your request: unknown operator " + bare);
        }
        return saying(bare.replace("\"", ""));
    }

    /** A word stands alone: "halo" is not found in "halogen". */
    private static Predicate<XPost> saying(String words) {
        Pattern pattern = Pattern.compile(
                "(?<![\\p{L}\\p{N}_@#])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}_])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return post -> pattern.matcher(post.words()).find();
    }
}
