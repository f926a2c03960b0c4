package dev.rapport.shared;

/** A user: somebody who works here. */
public record UserId(long value) implements Id {

    public static UserId of(Long value) {
        return new UserId(value);
    }
}
