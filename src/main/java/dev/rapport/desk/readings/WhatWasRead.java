package dev.rapport.desk.readings;

import dev.rapport.desk.words.Feeling;
import dev.rapport.understanding.CareReason;
import dev.rapport.understanding.Intent;
import dev.rapport.understanding.Versions;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was read in the present wording of a message.
 *
 * @param feeling of the message as a whole; empty when its language is not understood
 * @param confidence of the feeling, 0 to 1
 * @param reason why they turn to us; empty when it is none of our reasons
 * @param urgency 0 to 100
 * @param secondModel the model outside of this house whose word the feelings hold; empty for our reader alone
 * @param lastWord what somebody here said about it; empty as long as only the reader has
 */
public record WhatWasRead(
        long message,
        int revision,
        boolean isUnderstood,
        String language,
        @Nullable Feeling feeling,
        double confidence,
        List<Intent> intents,
        @Nullable CareReason reason,
        double reasonConfidence,
        int urgency,
        List<Hurry> hurries,
        List<Judged> judged,
        Versions versions,
        @Nullable String secondModel,
        @Nullable LastWord lastWord) {

    private static final int URGENT = 40;
    private static final String UNKNOWN = "und";

    /** The same with its opinions. */
    public WhatWasRead with(List<Judged> opinions) {
        return new WhatWasRead(
                message,
                revision,
                isUnderstood,
                language,
                feeling,
                confidence,
                intents,
                reason,
                reasonConfidence,
                urgency,
                hurries,
                opinions,
                versions,
                secondModel,
                lastWord);
    }

    public boolean isUrgent() {
        return urgency >= URGENT;
    }

    /** Whether anybody can tell which language it is. */
    public boolean isLanguageKnown() {
        return !language.equals(UNKNOWN);
    }

    /** Whether it is worth saying to somebody who reads the screens in {@code ui}. */
    public boolean isForeignTo(String ui) {
        return isLanguageKnown()
                && !Locale.forLanguageTag(language)
                        .getLanguage()
                        .equals(Locale.forLanguageTag(ui).getLanguage());
    }

    /** The language's name in another language. */
    public String languageIn(String ui) {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.forLanguageTag(ui));
    }

    public Sureness sureness() {
        return Sureness.of(confidence);
    }

    /** Whether a person said how it feels: then there is nothing to be unsure about. */
    public boolean isSaid() {
        return lastWord != null && confidence >= 1;
    }

    /** Whether there is anything that somebody could say is right. */
    public boolean isConfirmable() {
        return feeling != null || !judged.isEmpty() || !intents.isEmpty() || reason != null;
    }
}
