package dev.rapport.desk;

import dev.rapport.desk.person.Speaker;
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
 * @param colleagues who could have the case
 */
public record About(
        ThreadHead head,
        @Nullable ProfileFacts profile,
        @Nullable Speaker speaker,
        List<Balance> opinions,
        List<Earlier> earlier,
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

    /** How often somebody spoke well and badly of something, as it is counted. */
    public record Sum(String target, int good, int bad) {}

    /** The same, each in proportion to the largest of all. */
    public static List<Balance> balances(List<Sum> sums) {
        int most = sums.stream()
                .mapToInt(sum -> Math.max(sum.good(), sum.bad()))
                .max()
                .orElse(1);
        return sums.stream()
                .map(sum -> new Balance(sum.target(), sum.good(), sum.bad(), most))
                .toList();
    }

    /** How often somebody spoke well and badly of something. */
    public record Balance(String target, int good, int bad, int most) {

        /** In per cent of the whole width: the complaints end in the middle, the praise begins there. */
        public String badFrom() {
            return percent(50 - 50.0 * bad / most);
        }

        public String badWidth() {
            return percent(50.0 * bad / most);
        }

        public String goodWidth() {
            return percent(50.0 * good / most);
        }

        private static String percent(double value) {
            return Math.round(value * 10) / 10.0 + "%";
        }
    }

    /** Another conversation of theirs. */
    public record Earlier(
            long id, String words, Instant saidAt, @Nullable Long caseId) {}

    /** Somebody or a team to choose. */
    public record Choice(long id, String name) {}
}
