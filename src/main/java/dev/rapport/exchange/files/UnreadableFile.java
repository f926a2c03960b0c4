package dev.rapport.exchange.files;

import dev.rapport.exchange.spi.Reason;

/** A file that cannot be read any further, with the reason in words that say what to do. */
public final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public UnreadableFile(String why) {
        this(Reason.of(why));
    }

    public UnreadableFile(Reason reason) {
        super(reason.words());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
