package dev.rapport.exchange;

/**
 * Cells for spreadsheets, which run what begins like a formula. They are made text with an apostrophe, as OWASP advises
 * against CSV injection; what is exported to be imported again is left alone, since handles begin with {@code @} and
 * telephone numbers with {@code +}.
 */
final class SheetCell {

    /** Without it Excel takes UTF-8 for Windows-1252. */
    static final String MARK = "\uFEFF";

    private static final String FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠";

    private SheetCell() {}

    static String safe(String cell) {
        return cell.isEmpty() || FORMULA_SIGNS.indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
