package dev.rapport.exchange.web;

import dev.rapport.exchange.Import;
import java.util.List;

/** The imports, newest first; {@code more} says whether there are older ones. */
public record ImportsPage(List<Import> imports, boolean isFirst, boolean more) {

    /** The number of the oldest on this page, from which the next page goes on. */
    public long last() {
        return imports.getLast().id().value();
    }
}
