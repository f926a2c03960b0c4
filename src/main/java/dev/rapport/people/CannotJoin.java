package dev.rapport.people;

/** Two persons who cannot be joined as things stand. */
public class CannotJoin extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    CannotJoin(Why why) {
        super(why.words);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** The reason; screens have it in every language. */
    public enum Why {
        ONESELF("A person cannot be joined with themselves."),
        NO_SUCH_PERSON("There is no such person."),
        LEADS_OTHERS("Others stand under this person. Let this person lead, or take the others out first."),
        NOT_JOINED("This person stands under nobody, so there is nothing to take apart.");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }
}
