package dev.rapport.understanding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The organisation's taxonomy of reasons, in its order. */
public record CareReasons(List<CareReason> reasons) {

    /** The reasons to begin with. The model of reasons knows these, in this order. */
    static final List<String> SHIPPED = List.of(
            "waiting",
            "late",
            "cancelled",
            "lost",
            "faulty",
            "billing",
            "refund",
            "mistake",
            "staff",
            "account",
            "security",
            "information");

    /** Which reason a shipped care failure speaks for. */
    private static final Map<String, String> OF_FAILURE = Map.of(
            "waiting", "waiting",
            "unanswered", "waiting",
            "lost", "lost",
            "cancelled", "cancelled",
            "late", "late",
            "broken", "faulty",
            "billing", "billing",
            "mistake", "mistake",
            "staff", "staff");

    public CareReasons {
        reasons = List.copyOf(reasons);
    }

    public static CareReasons defaults() {
        return new CareReasons(
                SHIPPED.stream().map(key -> new CareReason(key, null, "")).toList());
    }

    Set<String> keys() {
        return reasons.stream().map(CareReason::key).collect(Collectors.toUnmodifiableSet());
    }

    /** The reason that a care failure speaks for when its pattern names none; empty for failures of every kind. */
    static @Nullable String ofFailure(String key) {
        return OF_FAILURE.get(key);
    }
}
