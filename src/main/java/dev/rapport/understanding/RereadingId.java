package dev.rapport.understanding;

import dev.rapport.shared.Id;

/** One time that history is read again. */
public record RereadingId(long value) implements Id {

    public static RereadingId of(Long value) {
        return new RereadingId(value);
    }
}
