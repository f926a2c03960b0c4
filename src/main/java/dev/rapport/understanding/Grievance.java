package dev.rapport.understanding;

/**
 * Whether an English text complains to somebody rather than only feeling bad: complaints are addressed, tell what failed, and
 * take more words than other talk. What names no failure and no reason, is addressed to nobody and hardly feels bad is a
 * story, however long it is. The terms are round numbers on purpose; a handful of them fits any company.
 */
final class Grievance {

    private static final double LEARNT = 0.25;
    private static final double EACH = 0.5;
    private static final double ENOUGH = 1.5;
    private static final double HARDLY_BAD = 0.42;

    private Grievance() {}

    static boolean of(Judge judge, Tone tone, boolean aboutSomebody, boolean hasReason) {
        Tokens tokens = judge.analysis().tokens;
        double failure = judge.analysis().mass.failure();
        if (!hasReason && failure <= 0 && !isAddressed(tokens) && tone.negative() < HARDLY_BAD) {
            return false;
        }
        double points = LEARNT * odds(judge.likely(judge.weights().complaint()));
        points += EACH * odds(tone.negative());
        points += EACH * failure;
        points += aboutSomebody || isAddressed(tokens) ? EACH : 0;
        points += hasReason ? EACH : 0;
        points -= holdsLink(tokens) ? EACH : 0;
        points += Math.log(tokens.count + 1.0);
        return points > ENOUGH;
    }

    private static double odds(double chance) {
        double kept = Math.clamp(chance, 1e-3, 1 - 1e-3);
        return Math.log(kept / (1 - kept));
    }

    private static boolean isAddressed(Tokens tokens) {
        return tokens.count > 0 && tokens.kind[0] == Tokens.MENTION;
    }

    private static boolean holdsLink(Tokens tokens) {
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.kind[i] == Tokens.LINK) {
                return true;
            }
        }
        return false;
    }
}
