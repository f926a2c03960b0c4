package dev.rapport.commerce;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads amounts with a comma or a point, with or without thousands apart. {@code 1.234} is more than a thousand here and
 * hardly more than one there, so it is refused with what to write instead.
 */
final class WrittenNumber {

    private static final Pattern SPACES = Pattern.compile("(?<=\\d)[\\u0020\\u00a0\\u202f'’](?=\\d{3}(\\D|$))");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+");
    private static final Pattern ONE_MARK = Pattern.compile("(-?)(\\d*)([.,])(\\d+)");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(([.,])\\d{3})(\\2\\d{3})+");
    private static final Pattern BOTH =
            Pattern.compile("(-?\\d{1,3}(?:,\\d{3})+)\\.(\\d+)|(-?\\d{1,3}(?:\\.\\d{3})+),(\\d+)");
    private static final int MOST_DIGITS = 12;
    private static final int MOST_DECIMALS = 6;

    private WrittenNumber() {}

    static BigDecimal read(String field, Object value) {
        BigDecimal number = value instanceof Number given
                ? new BigDecimal(given.toString())
                : new BigDecimal(written(field, value.toString().strip()));
        if (number.precision() - number.scale() > MOST_DIGITS
                || number.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException(says(field, value.toString()) + "which has too many digits: at most "
                    + MOST_DIGITS + " before the point and " + MOST_DECIMALS + " behind it.");
        }
        return number;
    }

    private static String written(String field, String text) {
        String dense = SPACES.matcher(text.replace('−', '-')).replaceAll("");
        boolean wasGrouped = dense.length() < text.length();
        if (PLAIN.matcher(dense).matches()) {
            return dense;
        }
        if (GROUPED.matcher(dense).matches()) {
            return dense.replaceAll("[.,]", "");
        }
        Matcher both = BOTH.matcher(dense);
        if (both.matches()) {
            String whole = both.group(1) == null ? both.group(3) : both.group(1);
            String behind = both.group(2) == null ? both.group(4) : both.group(2);
            return whole.replaceAll("[.,]", "") + "." + behind;
        }
        Matcher mark = ONE_MARK.matcher(dense);
        if (!mark.matches()) {
            throw new IllegalArgumentException(
                    says(field, text)
                            + "which is no number. Write it as 1234.50, without signs beside it; the currency has a field of its own.");
        }
        if (!wasGrouped && canBeThousands(mark)) {
            throw new IllegalArgumentException(says(field, text) + "which can be two different numbers. Write "
                    + mark.group(2) + mark.group(4) + " or " + mark.group(2) + "." + mark.group(4) + "0.");
        }
        return mark.group(1) + (mark.group(2).isEmpty() ? "0" : mark.group(2)) + "." + mark.group(4);
    }

    private static boolean canBeThousands(Matcher mark) {
        String before = mark.group(2);
        return mark.group(4).length() == 3 && !before.isEmpty() && before.length() <= 3 && !before.startsWith("0");
    }

    private static String says(String field, String written) {
        return "The field “" + field + "” says “" + written + "”, ";
    }
}
