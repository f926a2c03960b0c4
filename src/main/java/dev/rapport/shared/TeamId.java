package dev.rapport.shared;

/** A team of users. */
public record TeamId(long value) implements Id {

    public static TeamId of(Long value) {
        return new TeamId(value);
    }
}
