package dev.rapport.people.web;

import dev.rapport.people.Resemblances.Resemblance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two persons who may be one human, and what would stand together.
 *
 * @param joined those who stand under the first already
 * @param isJoined whether the second does
 */
public record SamePage(
        Side first, Side second, @Nullable Resemblance resemblance, List<PersonCard> joined, boolean isJoined) {

    /** One of them, with how much hangs on them alone. */
    public record Side(PersonCard card, int profiles, int messages, int purchases) {}

    public Waterfall waterfall() {
        return Waterfall.of(resemblance == null ? List.of() : resemblance.evidence());
    }
}
