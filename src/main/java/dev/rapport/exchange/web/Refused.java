package dev.rapport.exchange.web;

import dev.rapport.exchange.CannotImport;
import dev.rapport.exchange.files.UnreadableFile;
import dev.rapport.exchange.spi.Reason;

/** Finds in a failure the reason that is meant for whoever brought the file. */
final class Refused {

    private Refused() {}

    /** Rethrows what is nobody's fault but ours. */
    static Reason because(RuntimeException failure) {
        return switch (failure) {
            case CannotImport cannot -> cannot.reason();
            case UnreadableFile unreadable -> unreadable.reason();
            case IllegalArgumentException options -> Reason.of(String.valueOf(options.getMessage()));
            default -> throw failure;
        };
    }
}
