package dev.rapport.understanding.web;

import dev.rapport.understanding.Polarity;
import dev.rapport.understanding.Wording;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the least sure readings to be taught, and what was taught lately.
 *
 * @param card empty when nothing is left
 */
public record TeachPage(Sitting sitting, @Nullable Card card, List<CorrectionRow> newest) {

    /** Nobody has looked, and there is nothing to look at. */
    public boolean isEmpty() {
        return sitting.of() == 0;
    }

    /** A message and how it was read. */
    public record Card(
            Wording wording,
            long conversation,
            String inbox,
            boolean isPublic,
            @Nullable String title,
            String words,
            String language,
            Polarity polarity,
            double confidence,
            Instant saidAt,
            List<About> opinions) {

        private static final int SHOWN = 1_200;

        /** As many words as one looks at; the thread has the rest. */
        public String shown() {
            return Excerpt.beginning(words, SHOWN);
        }
    }

    /** What is said about a target, as it was read. */
    public record About(String target, Polarity polarity) {}
}
