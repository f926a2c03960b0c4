package dev.rapport.cases;

import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import dev.rapport.understanding.Intent;
import dev.rapport.understanding.Polarity;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One thing a rule asks of a message, chosen from lists.
 *
 * @param kind what is looked at
 * @param values any of which will do: names of constants, keys, or {@code BRAND:7}
 */
public record Condition(Kind kind, List<String> values) {

    /** Nobody in the catalogue is named at all. */
    public static final String NOBODY = "NOBODY";

    /** What a condition looks at. */
    public enum Kind {
        /** One of these intents. */
        INTENT,
        /** The urgency is at least the only value. */
        URGENCY,
        /** The message as a whole is one of these. */
        POLARITY,
        /** It speaks about one of these: whose brand, or which entry. */
        ABOUT,
        /** What it says badly is said about one of these; without bad words about anybody, as {@link #ABOUT}. */
        BLAMES,
        /** It was heard in one of these inboxes. */
        INBOX,
        /** It was said publicly or privately. */
        VISIBILITY,
        /** It is written in one of these languages. */
        LANGUAGE
    }

    /** The condition ready to be asked of many messages. */
    Predicate<Understood> compiled(Standings standings) {
        Set<String> any = Set.copyOf(values);
        return switch (kind) {
            case INTENT -> intents(any);
            case URGENCY -> urgency();
            case POLARITY ->
                heard -> heard.polarity() != null
                        && any.contains(heard.polarity().name());
            case ABOUT -> heard -> meets(any, heard.about(), standings);
            case BLAMES -> heard -> meets(any, heard.blamed(), standings);
            case INBOX -> heard -> any.contains(Long.toString(heard.inbox()));
            case VISIBILITY -> heard -> any.contains(heard.visibility());
            case LANGUAGE -> heard -> any.contains(heard.language());
        };
    }

    private Predicate<Understood> intents(Set<String> any) {
        Set<Intent> wanted = any.stream().map(Intent::valueOf).collect(Collectors.toUnmodifiableSet());
        return heard -> heard.intents().stream().anyMatch(wanted::contains);
    }

    private Predicate<Understood> urgency() {
        int least = Integer.parseInt(values.getFirst());
        return heard -> heard.urgency() >= least;
    }

    private static boolean meets(Set<String> any, Set<Target> targets, Standings standings) {
        if (targets.isEmpty()) {
            return any.contains(NOBODY);
        }
        return targets.stream().anyMatch(target -> standings.isOneOf(any, target));
    }

    /** Whether the values fit the kind; a form that was tampered with does not. */
    boolean isSound() {
        return !values.isEmpty() && values.size() <= 200 && values.stream().allMatch(this::fits);
    }

    private boolean fits(String value) {
        return switch (kind) {
            case INTENT -> isConstant(Intent.class, value);
            case URGENCY -> value.matches("\\d{1,2}|100");
            case POLARITY -> isConstant(Polarity.class, value);
            case ABOUT, BLAMES ->
                value.equals(NOBODY) || isConstant(Standing.class, value) || value.matches("(BRAND|PRODUCT):\\d{1,18}");
            case INBOX -> value.matches("\\d{1,18}");
            case VISIBILITY -> value.equals("PUBLIC") || value.equals("PRIVATE");
            case LANGUAGE -> value.matches("[a-zA-Z-]{2,12}");
        };
    }

    private static <E extends Enum<E>> boolean isConstant(Class<E> type, String value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
