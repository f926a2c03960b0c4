package dev.rapport.understanding;

import dev.rapport.commerce.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says about one target.
 *
 * @param target the entry of the catalogue; empty when only an aspect is named and nothing tells whose
 * @param aspectId the aspect judged; empty when the target as a whole is
 * @param targetName the catalogue's name of the target, or the aspect's when there is no target
 * @param confidence 0 to 1
 * @param span where the target stands in the text; the clause when it is addressed but not named
 * @param quote the exact words that hold the opinion
 * @param evidence the words inside the quote that decided, in the order of the text; empty for a neutral mention
 */
public record Opinion(
        @Nullable Target target,
        @Nullable Long aspectId,
        String targetName,
        Polarity polarity,
        double confidence,
        Span span,
        Span quote,
        List<Span> evidence) {

    Opinion with(@Nullable Target about, String name, Polarity feeling, double sure) {
        return new Opinion(about, aspectId, name, feeling, sure, span, quote, evidence);
    }
}
