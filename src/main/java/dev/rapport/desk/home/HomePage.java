package dev.rapport.desk.home;

import dev.rapport.desk.words.Due;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What needs somebody now.
 *
 * @param hour of the reader's day, for the greeting
 * @param mine their own open cases, next deadline first
 * @param unassigned those nobody has, of their teams or of none
 * @param mentions notes that call them and that they have not read
 * @param links the surest of those to decide
 * @param imports that run, or that need somebody
 * @param channels that need somebody
 * @param steps the first things to do in a new house; empty when all are done
 */
public record HomePage(
        int hour,
        List<Work> mine,
        List<Work> unassigned,
        List<Mention> mentions,
        List<Question> links,
        int linksWaiting,
        List<Load> imports,
        List<Channel> channels,
        Lately voices,
        List<Step> steps) {

    static final int SHOWN = 6;

    /** A conversation whose case waits. */
    public record Work(
            long conversation,
            long caseId,
            String title,
            String who,
            String icon,
            String inbox,
            boolean isPublic,
            @Nullable Due due) {}

    /** Somebody wrote "@name" in a note. */
    public record Mention(
            long note, long conversation, @Nullable String author, String words, Instant at) {}

    /** Whether a profile is a person's. */
    public record Question(
            long link,
            String profile,
            String icon,
            String person,
            @Nullable Double probability) {}

    /** An import. */
    public record Load(long id, String file, String state, long refused, int percent) {

        public boolean isTrouble() {
            return !state.equals("RUNNING") && !state.equals("WAITING");
        }
    }

    /** An inbox with what is wrong with it. */
    public record Channel(
            long id, String name, String state, @Nullable Instant deafSince, int unreadable, int unsure, int parked) {

        /** Whether nothing can be fetched, although it should. */
        public boolean isDeaf() {
            return deafSince != null || state.equals("NEEDS_SIGN_IN") || state.equals("BROKEN");
        }
    }

    /** Something to do before the rest is of use. */
    public record Step(String key, String icon, String href, boolean isDone) {}

    public boolean isNew() {
        return !steps.isEmpty();
    }

    public long late() {
        return mine.stream().filter(work -> isUrgent(work, "late")).count();
    }

    public long soon() {
        return mine.stream().filter(work -> isUrgent(work, "soon")).count();
    }

    /** The part of the day for the greeting. */
    public String greeting() {
        return hour < 12 ? "home.morning" : hour < 18 ? "home.day" : "home.evening";
    }

    private static boolean isUrgent(Work work, String urgency) {
        return work.due() != null && work.due().urgency().equals(urgency);
    }
}
