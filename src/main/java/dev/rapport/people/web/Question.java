package dev.rapport.people.web;

import dev.rapport.people.Evidence;
import dev.rapport.people.LinkState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person speaks with a profile, with everything that helps to answer.
 *
 * @param rivals other persons the evidence asks about for this profile
 * @param standing another person the profile is linked to now
 */
public record Question(
        long id,
        LinkState state,
        @Nullable Double probability,
        VoiceCard voice,
        PersonCard person,
        List<Evidence> evidence,
        List<Rival> rivals,
        @Nullable Rival standing,
        List<Event> history) {

    public boolean isAsked() {
        return state == LinkState.PROPOSED;
    }

    /** Another person, and the link that says so. */
    public record Rival(
            long link,
            long person,
            String name,
            @Nullable String place,
            @Nullable Double probability) {}

    /** What happened to the link. */
    public record Event(
            LinkState state,
            @Nullable String byName,
            Instant at,
            @Nullable String why) {}
}
