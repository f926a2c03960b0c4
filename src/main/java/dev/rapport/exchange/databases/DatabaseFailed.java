package dev.rapport.exchange.databases;

import dev.rapport.exchange.spi.Reason;
import org.jspecify.annotations.Nullable;

/** A database that could not be reached or did not do what it was asked, with the reason in words that say what to do. */
public class DatabaseFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    DatabaseFailed(Reason reason, @Nullable Throwable cause) {
        super(reason.words(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
