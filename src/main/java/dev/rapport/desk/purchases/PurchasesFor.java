package dev.rapport.desk.purchases;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What is looked for.
 *
 * @param words the beginning of a number, or a part of a product's name
 * @param today the day where the user is
 */
public record PurchasesFor(String words, Show show, LocalDate today) {

    /** The last sign there is: what begins with something ends before that and this. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    boolean isSearch() {
        return !words.isEmpty();
    }

    public boolean isPlain() {
        return words.isEmpty() && show == Show.ALL;
    }

    String end() {
        return words + LAST;
    }

    /** Numbers are mostly written in capitals and mostly typed without. */
    String capitals() {
        return words.toUpperCase(Locale.ROOT);
    }

    String capitalsEnd() {
        return capitals() + LAST;
    }

    String folded() {
        return words.toLowerCase(Locale.ROOT);
    }
}
