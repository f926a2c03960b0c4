package dev.rapport.desk;

import dev.rapport.desk.person.Speaker;
import dev.rapport.desk.words.Balance;
import dev.rapport.desk.words.Choice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom we speak with and what we know besides this thread.
 *
 * @param profile empty when nobody is known
 * @param speaker who speaks with it; empty when there is no profile
 * @param opinions of all their profiles, per target, the most spoken of first
 * @param earlier their other conversations, with any of their profiles, the newest first
 * @param comparesMeaning whether it can be asked what others said that means about the same
 * @param colleagues who could have the case
 */
public record About(
        ThreadHead head,
        @Nullable ProfileFacts profile,
        @Nullable Speaker speaker,
        List<Balance> opinions,
        List<Earlier> earlier,
        boolean comparesMeaning,
        List<Choice> colleagues,
        List<Choice> teams,
        long me,
        boolean canAnswer) {

    /** The profile as its network shows it. */
    public record ProfileFacts(
            @Nullable String handle,
            String network,
            String icon,
            @Nullable String bio,
            @Nullable String location,
            @Nullable String website,
            @Nullable Integer followers,
            boolean isVerified,
            Instant firstHeardAt) {}

    /** Another conversation of theirs. */
    public record Earlier(
            long id, String words, Instant saidAt, @Nullable Long caseId) {}
}
