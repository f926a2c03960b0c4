package dev.rapport.exchange;

/** A form that cannot be kept as it was filled in: {@code key} is the text that says what is wrong with {@code field}. */
public class CannotSave extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String key;

    public CannotSave(String field, String key) {
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
