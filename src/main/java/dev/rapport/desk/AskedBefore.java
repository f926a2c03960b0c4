package dev.rapport.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people said that means about the same as something, and what they were answered.
 *
 * @param isComparable whether that can be compared; if not, nothing was looked for
 * @param others how many people said about the same
 * @param lately how many of them in the last {@link #DAYS} days
 * @param shown some of what they said, that with an answer first, then the most alike
 */
public record AskedBefore(boolean isComparable, int others, int lately, List<Question> shown) {

    static final AskedBefore NOT_COMPARABLE = new AskedBefore(false, 0, 0, List.of());

    public static final int DAYS = 30;

    /**
     * What somebody said, and the first answer to it.
     *
     * @param who a name, else a handle; empty when nobody is known
     * @param likeness from 0 to 1
     * @param answer empty when nobody of us has answered
     */
    public record Question(
            long conversation,
            String words,
            String who,
            String network,
            String icon,
            Instant saidAt,
            double likeness,
            @Nullable String answer,
            @Nullable Instant answeredAt) {

        public boolean isAnswered() {
            return answer != null;
        }
    }
}
