package dev.rapport.exchange.spi;

import java.util.List;

/**
 * A field or option of an import.
 *
 * @param name as written in a file's head or after {@code --}
 * @param about one sentence for whoever fills it in
 * @param synonyms what other systems call it; columns of these names are proposed for it
 * @param form what it holds
 */
public record ImportField(String name, boolean required, String about, List<String> synonyms, Form form) {

    /** What a field holds. */
    public enum Form {
        /** One value. */
        ONE,
        /** Several values, {@code |} between them; several columns may feed it. */
        MANY,
        /** A day or a moment; a mapping may say whether a file writes the day or the month first. */
        DATE
    }

    /** A field that holds one value and is called so by everybody. */
    public ImportField(String name, boolean required, String about) {
        this(name, required, about, List.of(), Form.ONE);
    }

    /** The same with what other systems call it; case, accents, spaces and signs do not count. */
    public ImportField knownAs(String... synonyms) {
        return new ImportField(name, required, about, List.of(synonyms), form);
    }

    /** The same holding several values. */
    public ImportField ofMany() {
        return new ImportField(name, required, about, synonyms, Form.MANY);
    }

    /** The same holding a day or a moment. */
    public ImportField ofDates() {
        return new ImportField(name, required, about, synonyms, Form.DATE);
    }
}
