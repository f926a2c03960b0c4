package dev.rapport.cases;

/** A change of a case that makes no sense as the case is now. */
public class CannotChange extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    public CannotChange(Why why) {
        super(why.words);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** The reason; screens have it in every language. */
    public enum Why {
        RESOLVED("The case is resolved."),
        PAST("The time to wait for is over already."),
        TITLE("A title has 1 to 200 characters."),
        EMPTY("There are no words."),
        TOO_LONG("There are too many words."),
        NO_SUCH_USER("Nobody who answers customers has this number."),
        NO_SUCH_TEAM("There is no such team."),
        NO_SUCH_CONVERSATION("There is no such conversation.");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }
}
