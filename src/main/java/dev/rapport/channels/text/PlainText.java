package dev.rapport.channels.text;

/** Text without what no text can hold. */
public final class PlainText {

    private PlainText() {}

    /** Line ends as {@code \n}, without a byte order mark, control characters and halves of characters. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(point -> {
            boolean control = point < 0x20 && point != '\n' && point != '\t' || point == 0x7F || point == 0xFEFF;
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            if (!control && !half) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }
}
