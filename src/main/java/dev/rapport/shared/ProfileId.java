package dev.rapport.shared;

/** A profile: one author on one network, whoever the person behind it is. */
public record ProfileId(long value) implements Id {

    public static ProfileId of(Long value) {
        return new ProfileId(value);
    }
}
