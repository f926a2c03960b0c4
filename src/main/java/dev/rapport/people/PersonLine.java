package dev.rapport.people;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as a line of a file gives them.
 *
 * @param number under which the file's source knows them
 * @param account the customer organisation they belong to; {@code accountNumber} is the source's number of it
 */
record PersonLine(
        String number,
        PersonFacts facts,
        @Nullable String account,
        @Nullable String accountNumber) {

    /** The same for the same facts, whatever the line looked like. */
    UUID digest() {
        return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8));
    }
}
