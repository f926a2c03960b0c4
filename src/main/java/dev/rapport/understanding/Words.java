package dev.rapport.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a reading may depend on: what was said and to whom, never by whom.
 *
 * @param title the subject of a mail or the title of a post, if there is one
 * @param addressees the handles written to, with or without a leading {@code @}; handles that begin the text count as well
 * @param declaredLanguage the language the channel or the author claims, as a BCP-47 tag
 */
public record Words(
        String text,
        @Nullable String title,
        List<String> addressees,
        @Nullable String declaredLanguage) {

    /** Words without title, addressee or declared language. */
    public static Words of(String text) {
        return new Words(text, null, List.of(), null);
    }
}
