package dev.rapport.access;

/** Somebody asked for what their role or the state of things does not allow. */
public final class NotAllowed extends RuntimeException {

    private final String key;

    NotAllowed(String key) {
        super(key);
        this.key = key;
    }

    /** The message key that says why. */
    public String key() {
        return key;
    }
}
