package dev.rapport.exchange;

import dev.rapport.exchange.spi.Reason;

/** An import that cannot be started or resumed, with the reason in words that say what to do. */
public class CannotImport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public CannotImport(String why) {
        this(Reason.of(why));
    }

    public CannotImport(Reason reason) {
        super(reason.words());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
