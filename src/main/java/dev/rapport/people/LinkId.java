package dev.rapport.people;

import dev.rapport.shared.Id;

/** A link between a profile and a person. */
public record LinkId(long value) implements Id {

    public static LinkId of(Long value) {
        return new LinkId(value);
    }
}
