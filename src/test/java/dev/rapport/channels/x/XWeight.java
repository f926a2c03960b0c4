package dev.rapport.channels.x;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * How much of its 280 characters a text uses: an address counts 23, a sequence of emoji 2, Latin and general punctuation
 * 1, everything else 2. From https://docs.x.com/fundamentals/counting-characters and the ranges that
 * https://developer.x.com/en/docs/counting-characters names.
 */
final class XWeight {

    static final int MAX = 280;

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern SIGN = Pattern.compile("\\X");

    private XWeight() {}

    static int of(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        int addresses = (int) ADDRESS.matcher(normal).results().count();
        return 23 * addresses
                + SIGN.matcher(ADDRESS.matcher(normal).replaceAll(""))
                        .results()
                        .mapToInt(sign -> weigh(sign.group()))
                        .sum();
    }

    private static int weigh(String sign) {
        boolean emoji = sign.codePoints().anyMatch(Character::isExtendedPictographic)
                && sign.codePoints().anyMatch(point -> point > 0x2000);
        return emoji ? 2 : sign.codePoints().map(XWeight::weigh).sum();
    }

    private static int weigh(int point) {
        boolean light = point <= 0x10FF
                || point >= 0x2000 && point <= 0x200D
                || point >= 0x2010 && point <= 0x201F
                || point >= 0x2032 && point <= 0x2037;
        return light ? 1 : 2;
    }
}
