package dev.rapport.understanding;

import dev.rapport.shared.Id;

/** Somebody's correction of a reading. */
public record CorrectionId(long value) implements Id {

    public static CorrectionId of(Long value) {
        return new CorrectionId(value);
    }
}
