package dev.rapport.people.matching;

/**
 * A handle or a name as the scan sees it: its folded letters without anything between them, and where something (a dot, a
 * digit, a capital) marks an edge. At most 62 letters are looked at, so that sets of positions fit into a {@code long}.
 *
 * @param edges bit i is set when there is an edge before letter i; the start and the end always are
 * @param marked whether the writer marked any edge inside
 */
record Letters(String text, long edges, boolean marked, int digits) {

    private static final int MOST = 62;

    static Letters of(String raw) {
        var text = new StringBuilder(raw.length());
        long edges = 1;
        int digits = 0;
        int[] points = raw.codePoints().toArray();
        for (int i = 0; i < points.length && text.length() < MOST; i++) {
            if (!Character.isLetter(points[i])) {
                digits += Character.isDigit(points[i]) ? 1 : 0;
                edges |= isMark(points[i]) ? 0 : 1L << text.length();
                continue;
            }
            edges |= beginsWord(points, i) ? 1L << text.length() : 0;
            Folding.fold(points[i], text);
        }
        text.setLength(Math.min(text.length(), MOST));
        long inner = edges & ~1L & ~(1L << text.length());
        return new Letters(text.toString(), edges | 1L << text.length(), inner != 0, digits);
    }

    private static boolean isMark(int point) {
        return point == '\'' || point == '’' || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static boolean beginsWord(int[] points, int i) {
        if (i == 0 || !Character.isUpperCase(points[i])) {
            return false;
        }
        boolean afterLower = Character.isLowerCase(points[i - 1]);
        boolean endsCapitals =
                Character.isUpperCase(points[i - 1]) && i + 1 < points.length && Character.isLowerCase(points[i + 1]);
        return afterLower || endsCapitals;
    }

    int length() {
        return text.length();
    }

    boolean isEdge(int position) {
        return (edges >>> position & 1) == 1;
    }

    /** The positions from one to another, the end excluded. */
    static long range(int from, int to) {
        return (1L << to) - (1L << from);
    }

    boolean startsWith(String part, int at) {
        return text.startsWith(part, at);
    }
}
