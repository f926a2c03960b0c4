package dev.rapport.people;

/** Facts about a person that cannot be. */
public class CannotKeep extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String detail;

    CannotKeep(Why why, String detail) {
        super(why.words.formatted(detail));
        this.why = why;
        this.detail = detail;
    }

    public Why why() {
        return why;
    }

    /** What it is about: the address, the number, the longest length. */
    public String detail() {
        return detail;
    }

    /** The reason; screens have it in every language. */
    public enum Why {
        NO_NAME("Give the person a name."),
        TOO_LONG("“%s …” is too long."),
        NOT_AN_ADDRESS("“%s” is no address; correct it or leave it out."),
        NUMBER_TAKEN("The customer number %s belongs to somebody else.");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }
}
