package dev.rapport.understanding.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what can lead to somebody in a text: mail addresses, links, handles, telephone numbers, numbers of orders, contracts,
 * accounts and cards. By shape alone: what has no shape, such as a street, is not found.
 */
final class Traces {

    /** What it looks like; the name is that of its placeholder. */
    enum Kind {
        MARK,
        LINK,
        MAIL,
        HANDLE,
        NUMBER,
        PHONE,
        NAME
    }

    /** A found one: {@code text.substring(from, to)}. */
    record Trace(Kind kind, int from, int to) {

        boolean touches(int first, int end) {
            return from < end && first < to;
        }
    }

    private static final Pattern MARK = Pattern.compile("\\[(?:mark|link|mail|handle|number|phone|name)\\d+]");
    private static final Pattern LINK = Pattern.compile(
            "(?i)(?:\\b[a-z][a-z0-9+.-]{1,15}://|\\bwww\\.|\\b(?:[a-z0-9-]+\\.)+[a-z]{2,}/)[^\\s<>\"”»]*");
    private static final Pattern MAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern HANDLE = Pattern.compile(
            "(?<![\\p{L}\\p{N}_@./])@[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_])?(?:@[\\p{L}\\p{N}.-]+)?");
    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{3,4}){3,8}(?: ?[A-Z0-9]{1,3})?\\b");
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\p{N}])[+(]?\\d(?:[ ()./-]{0,2}\\d){6,24}(?![\\p{L}\\p{N}])");
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}]+(?:[-/_][\\p{L}\\p{N}]+)*");
    private static final Pattern NUMBERED = Pattern.compile(
            "(?i)\\b(?:order|contract|invoice|customer|account|ticket|case|booking"
                    + "|reservation|reference|ref|commande|contrat|facture|client|dossier|bestellung|bestellnummer|vertrag|rechnung"
                    + "|kundennummer|pedido|contrato|factura)\\b(?:\\s+(?:no|nr|number|num[eé]ro|nummer|n))?[\\s:#.°º]{0,3}(\\d{3,})");
    private static final String TAIL = ".,;:!?)]}'’";
    private static final int MANY_DIGITS = 5;
    private static final int DIGITS_OF_A_CODE = 4;

    private Traces() {}

    /** All of them in the order of the text; none overlaps another. */
    static List<Trace> of(String text) {
        var found = new ArrayList<Trace>();
        collect(found, MARK.matcher(text), Kind.MARK);
        links(found, text);
        collect(found, HANDLE.matcher(text), Kind.HANDLE);
        collect(found, MAIL.matcher(text), Kind.MAIL);
        collect(found, IBAN.matcher(text), Kind.NUMBER);
        collect(found, DIGITS.matcher(text), Kind.PHONE);
        numbered(found, text);
        codes(found, text);
        found.sort((a, b) -> Integer.compare(a.from(), b.from()));
        return List.copyOf(found);
    }

    private static void collect(List<Trace> found, Matcher matcher, Kind kind) {
        while (matcher.find()) {
            add(found, kind, matcher.start(), matcher.end());
        }
    }

    private static void links(List<Trace> found, String text) {
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            int end = matcher.end();
            while (end > matcher.start() && TAIL.indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            add(found, Kind.LINK, matcher.start(), end);
        }
    }

    private static void numbered(List<Trace> found, String text) {
        Matcher matcher = NUMBERED.matcher(text);
        while (matcher.find()) {
            add(found, Kind.NUMBER, matcher.start(1), matcher.end(1));
        }
    }

    /** Many digits in a row, or some among letters: SO-10042, AB1234. */
    private static void codes(List<Trace> found, String text) {
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
            String code = matcher.group();
            long digits = code.chars().filter(Character::isDigit).count();
            boolean isMixed = digits < code.length();
            if (digits >= MANY_DIGITS || digits >= DIGITS_OF_A_CODE && isMixed) {
                add(found, Kind.NUMBER, matcher.start(), matcher.end());
            }
        }
    }

    private static void add(List<Trace> found, Kind kind, int from, int to) {
        if (from < to && found.stream().noneMatch(one -> one.touches(from, to))) {
            found.add(new Trace(kind, from, to));
        }
    }
}
