package dev.rapport.exchange;

/** A webhook that cannot be as it was asked for: {@code key} is the text that says why. */
public class CannotTell extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String key;

    CannotTell(String field, String key) {
        super(key);
        this.field = field;
        this.key = key;
    }

    public String field() {
        return field;
    }

    public String key() {
        return key;
    }
}
