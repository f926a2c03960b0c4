package dev.rapport.channels.x;

import dev.rapport.cast.Person;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One wording of a post. An edit is another one with an id of its own, and both hold the ids of all of them.
 *
 * @param versions shared by all wordings of one post, oldest first
 * @param text a string, unless something that nobody can read is played
 * @param summons whether its author mentions or quotes the house, without which an answer is refused
 */
record XPost(
        long id,
        List<Long> versions,
        User author,
        JsonNode text,
        Instant at,
        @Nullable XPost answers,
        long conversation,
        boolean summons) {

    /** Somebody with an account. */
    record User(String id, String username, String name) {

        static final User SOLVANE = new User("1780000000000000001", "solvane", "Solvane");

        static User of(Person person) {
            String username = person.fullName().toLowerCase(Locale.ROOT).replace(' ', '_');
            return new User("178000000000000010" + person.ordinal(), username, person.fullName());
        }
    }

    String words() {
        return text.isString() ? text.stringValue() : "";
    }

    boolean isLatest() {
        return versions.getLast() == id;
    }
}
