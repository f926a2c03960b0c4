package dev.rapport.channels.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;

/**
 * Reads mark-up as a person would see it, as plain text: hidden parts left out, paragraphs and lists as lines,
 * quoted mails with {@code >} before each line. No mark-up survives.
 */
public final class HtmlText implements HtmlSanitizer.Policy {

    private static final int LONGEST = 2_000_000;
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "head", "title", "template", "object", "svg", "select", "textarea");
    private static final Set<String> VOID =
            Set.of("br", "hr", "img", "input", "meta", "link", "wbr", "col", "area", "base");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "table", "hr", "section");
    private static final Set<String> LINES = Set.of(
            "div", "tr", "li", "dt", "dd", "article", "header", "footer", "address", "center", "form", "fieldset");
    private static final Set<String> QUOTES =
            Set.of("gmail_quote", "yahoo_quoted", "protonmail_quote", "tutanota_quote");

    private record Open(String name, boolean unseen, boolean quoted, boolean preformatted) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int emptyLinesDue;

    private HtmlText() {}

    /** The words of mark-up. */
    public static String of(String html) {
        HtmlText reader = new HtmlText();
        HtmlSanitizer.sanitize(html.length() > LONGEST ? html.substring(0, LONGEST) : html, reader);
        return PlainText.clean(reader.text.toString()).strip();
    }

    @Override
    public void openDocument() {
        open.push(new Open("", false, false, false));
    }

    @Override
    public void closeDocument() {
        endLine();
    }

    @Override
    public void openTag(String name, List<String> attributes) {
        breakBefore(name);
        if (VOID.contains(name)) {
            if (name.equals("img")) {
                picture(attribute(attributes, "alt"));
            }
            return;
        }
        Open outer = open.getFirst();
        boolean unseen = outer.unseen || UNSEEN.contains(name) || isHidden(attributes);
        boolean quoted = outer.quoted || isQuote(name, attributes);
        open.push(new Open(name, unseen, quoted, outer.preformatted || name.equals("pre")));
        if (name.equals("li") && !unseen) {
            line.append("- ");
        }
    }

    @Override
    public void closeTag(String name) {
        if (PARAGRAPHS.contains(name) || LINES.contains(name)) {
            endLine();
            emptyLinesDue = PARAGRAPHS.contains(name) ? 1 : emptyLinesDue;
        }
        if (name.equals("td") || name.equals("th")) {
            line.append(' ');
        }
        while (open.size() > 1 && !open.pop().name.equals(name)) {
            // Whatever was left open inside ends with it.
        }
    }

    @Override
    public void text(String words) {
        Open around = open.getFirst();
        if (around.unseen) {
            return;
        }
        if (around.preformatted) {
            words.lines().forEach(one -> {
                line.append(one);
                endLine();
            });
            return;
        }
        String flowing = words.replaceAll("[\\s\\u00A0]+", " ");
        boolean afterSpace = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
        line.append(afterSpace && flowing.startsWith(" ") ? flowing.substring(1) : flowing);
    }

    private void breakBefore(String name) {
        if (name.equals("br")) {
            boolean empty = line.isEmpty();
            endLine();
            emptyLinesDue = empty ? 1 : emptyLinesDue;
        } else if (PARAGRAPHS.contains(name) || LINES.contains(name)) {
            endLine();
            emptyLinesDue = PARAGRAPHS.contains(name) ? 1 : emptyLinesDue;
        }
    }

    /** A picture stands for words only when it is one: an emoji. */
    private void picture(String alternative) {
        if (!open.getFirst().unseen && alternative.codePointCount(0, alternative.length()) <= 3) {
            line.append(alternative);
        }
    }

    private void endLine() {
        String words = line.toString().stripTrailing();
        line.setLength(0);
        if (words.isBlank()) {
            return;
        }
        String prefix = open.getFirst().quoted ? "> " : "";
        if (emptyLinesDue > 0 && !text.isEmpty()) {
            text.append(prefix.stripTrailing()).append('\n');
        }
        emptyLinesDue = 0;
        text.append(prefix).append(words).append('\n');
    }

    private static boolean isQuote(String name, List<String> attributes) {
        String classes = attribute(attributes, "class").toLowerCase(Locale.ROOT);
        return name.equals("blockquote")
                || QUOTES.stream()
                        .anyMatch(one -> List.of(classes.split("\\s+", -1)).contains(one));
    }

    private static boolean isHidden(List<String> attributes) {
        String style = attribute(attributes, "style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return style.contains("display:none")
                || style.contains("visibility:hidden")
                || style.contains("mso-hide:all")
                || style.matches(".*font-size:0(px|pt|em)?(;.*|!.*|$)")
                || isNamed(attributes, "hidden");
    }

    private static boolean isNamed(List<String> attributes, String name) {
        int at = attributes.indexOf(name);
        return at >= 0 && at % 2 == 0;
    }

    private static String attribute(List<String> attributes, String name) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }
}
