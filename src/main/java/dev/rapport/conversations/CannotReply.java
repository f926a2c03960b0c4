package dev.rapport.conversations;

/** A reply that is not possible, with the reason in words for the user. */
public class CannotReply extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotReply(String why) {
        super(why);
    }
}
