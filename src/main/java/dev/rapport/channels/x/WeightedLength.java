package dev.rapport.channels.x;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long X takes a text to be: an address counts 23 however long it is, an emoji and a letter of most Asian scripts two.
 *
 * @see <a href="https://docs.x.com/fundamentals/counting-characters">counting characters</a>
 */
final class WeightedLength {

    static final int MOST = 280;

    private static final int ADDRESS = 23;
    private static final Pattern LINK = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern EMOJI =
            Pattern.compile("[\\p{IsEmoji_Presentation}\\x{1F1E6}-\\x{1F1FF}]|\\p{IsExtended_Pictographic}\\x{FE0F}"
                    + "|[0-9#*]\\x{FE0F}?\\x{20E3}");

    private WeightedLength() {}

    static int of(String text) {
        String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
        Matcher links = LINK.matcher(whole);
        int length = 0;
        int at = 0;
        while (links.find()) {
            length += words(whole.substring(at, links.start())) + ADDRESS;
            at = links.end();
        }
        return length + words(whole.substring(at));
    }

    private static int words(String text) {
        return GRAPHEME.matcher(text)
                .results()
                .mapToInt(one -> weight(one.group()))
                .sum();
    }

    private static int weight(String grapheme) {
        if (EMOJI.matcher(grapheme).find()) {
            return 2;
        }
        return grapheme.codePoints().map(WeightedLength::weight).sum();
    }

    /** The four ranges that count once; all else counts twice. */
    private static int weight(int letter) {
        boolean isLight = letter <= 0x10FF
                || letter >= 0x2000 && letter <= 0x200D
                || letter >= 0x2010 && letter <= 0x201F
                || letter >= 0x2032 && letter <= 0x2037;
        return isLight ? 1 : 2;
    }
}
