package dev.rapport.desk;

import org.jspecify.annotations.Nullable;

/**
 * What the page does after something was written: a toast, an emptied field, words that came back.
 *
 * @param reply that can still be taken back; 0 for none
 * @param cleared the id of the field whose words are gone out
 * @param words that came back
 * @param said the message key of the toast, when it is not that of the reply
 */
public record Written(
        long conversation,
        long reply,
        @Nullable String cleared,
        @Nullable String words,
        @Nullable String said) {}
