package dev.rapport.people.web;

import dev.rapport.people.Evidence;
import dev.rapport.people.LinkState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person speaks with a profile, with everything that helps to answer.
 *
 * @param nobody the probability that the profile is none of those known, 0 to 1
 * @param rivals other persons the evidence asks about for this profile
 * @param standing another person the profile is linked to now
 * @param isCheck whether the evidence linked it and it was drawn by lot to be checked
 * @param isBlind whether what the evidence says is kept back until there is an answer
 */
public record Question(
        long id,
        LinkState state,
        @Nullable Double probability,
        @Nullable Double nobody,
        VoiceCard voice,
        PersonCard person,
        List<Evidence> evidence,
        List<Rival> rivals,
        @Nullable Rival standing,
        List<Event> history,
        boolean isCheck,
        boolean isBlind) {

    public boolean isAsked() {
        return state == LinkState.PROPOSED || isCheck;
    }

    public Waterfall waterfall() {
        return Waterfall.of(evidence);
    }

    /** Evidence that was not weighed. */
    public List<Evidence> exact() {
        return evidence.stream().filter(each -> each.bits() == null).toList();
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
