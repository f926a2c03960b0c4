package dev.rapport.exchange.files;

/** A file that cannot be read any further, with the reason in words that say what to do. */
public final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableFile(String why) {
        super(why);
    }
}
