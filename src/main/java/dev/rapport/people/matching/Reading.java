package dev.rapport.people.matching;

/**
 * The best way to read a text as one person's name.
 *
 * @param names the letters that are names
 * @param extra the letters beside them that a word list or the record explains
 * @param namesakes how many contacts of this name chance alone would give, its parts taken as independent
 * @param clean whether the name begins and ends where the writer, an affix or the text does
 */
record Reading(Form form, Rest rest, long names, long extra, double namesakes, boolean clean, double score) {

    static final Reading NONE = new Reading(Form.NOTHING, Rest.MANY, 0, 0, 1, true, 0);

    int letters() {
        return Long.bitCount(names);
    }

    /** The letters of the text that are names, a space where others stand between. */
    String found(Letters text) {
        return pick(text, names);
    }

    /** The letters that are no names. */
    String rest(Letters text) {
        return pick(text, ~names);
    }

    private static String pick(Letters text, long picked) {
        var found = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if ((picked >>> i & 1) == 1) {
                found.append(text.text().charAt(i));
            } else if (!found.isEmpty() && found.charAt(found.length() - 1) != ' ') {
                found.append(' ');
            }
        }
        return found.toString().strip();
    }
}
