package dev.rapport.people;

import dev.rapport.people.matching.Circumstance;
import dev.rapport.people.matching.ProfileFacts;
import dev.rapport.shared.ProfileId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A voice as the matcher compares it.
 *
 * @param place where it was last heard: an inbox, a forum, a hashtag
 * @param said what its owner gave in private that only one person has
 * @param looked digest of what it showed when it was last compared
 * @param rules what compared it then
 */
record VoiceFacts(
        ProfileId voice,
        ProfileFacts facts,
        String place,
        List<Circumstance> said,
        @Nullable String looked,
        @Nullable String rules) {

    /** Says whether it shows anything else than before; no two different profiles are likely to agree. */
    String digest() {
        return Integer.toHexString(facts.hashCode()) + "-" + Integer.toHexString(place.hashCode());
    }

    boolean isLookedAt(String by) {
        return digest().equals(looked) && by.equals(rules);
    }
}
