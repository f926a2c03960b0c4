package dev.rapport.shared;

/** A person: the human behind profiles, whether or not anything was ever bought. */
public record PersonId(long value) implements Id {

    public static PersonId of(Long value) {
        return new PersonId(value);
    }
}
