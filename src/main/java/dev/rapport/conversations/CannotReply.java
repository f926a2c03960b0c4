package dev.rapport.conversations;

/** A reply that is not possible; the reason is a key that screens have words for. */
public class CannotReply extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What hinders it. */
    public enum Why {
        /** Nobody outside said anything here. */
        NOBODY_TO_ANSWER,
        /** The place takes no replies. */
        CHANNEL_CANNOT,
        /** Its author deleted what would be answered. */
        DELETED,
        /** Nothing was written. */
        EMPTY,
        /** More was written than the place takes. */
        TOO_LONG,
        /** A machine's mail is not answered by a machine. */
        NOT_A_PERSON
    }

    private final Why why;

    public CannotReply(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
