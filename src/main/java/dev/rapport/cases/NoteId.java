package dev.rapport.cases;

import dev.rapport.shared.Id;

/** A note among colleagues. */
public record NoteId(long value) implements Id {

    public static NoteId of(Long value) {
        return new NoteId(value);
    }
}
