package dev.rapport.cases;

import dev.rapport.shared.Id;

/** A case, by the number people paste and search for. */
public record CaseId(long value) implements Id {

    public static CaseId of(Long value) {
        return new CaseId(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
