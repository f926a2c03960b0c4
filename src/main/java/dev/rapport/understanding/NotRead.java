package dev.rapport.understanding;

/** There is no reading of this wording: it was never read, or the message is gone. */
public final class NotRead extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRead(Wording wording) {
        super("No reading of message " + wording.message().value() + ", revision " + wording.revision());
    }
}
