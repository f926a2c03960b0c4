package dev.rapport.desk.person;

import dev.rapport.desk.words.Balance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person: who they are, everything that happened, what is known besides and why.
 *
 * @param since when they bought first
 * @param counts of what was said, bought, worked on, linked
 * @param newest the conversation they spoke in last
 * @param rows other rows that are the same human
 * @param today of the reader
 */
public record PersonPage(
        Facts facts,
        @Nullable Instant since,
        TimelinePart timeline,
        List<Integer> counts,
        List<LinkedProfile> profiles,
        List<Holding> holdings,
        List<Balance> opinions,
        @Nullable Long newest,
        List<Row> rows,
        LocalDate today) {

    /** Another row of the same human. */
    public record Row(long id, String name, boolean isLeading) {}

    /**
     * Who they are.
     *
     * @param place city, region and country, as far as they are known
     * @param languages in the reader's words
     */
    public record Facts(
            long id,
            String name,
            @Nullable String title,
            @Nullable String organisation,
            List<String> place,
            List<String> languages,
            List<Membership> memberships) {}

    /** An organisation they belong to. */
    public record Membership(String account, @Nullable String role) {}

    public long id() {
        return facts.id();
    }

    public boolean isKnownToHaveAnything() {
        return counts.stream().anyMatch(count -> count > 0);
    }

    public int all() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    public int countOf(Show show) {
        return show == Show.ALL ? all() : counts.get(show.ordinal() - 1);
    }

    public int waiting() {
        return (int) profiles.stream().filter(LinkedProfile::isProposed).count();
    }

    public int linked() {
        return profiles.size() - waiting();
    }
}
