package dev.rapport.exchange.web;

import dev.rapport.exchange.Import;
import dev.rapport.exchange.RefusedLine;
import java.util.List;

/** One import with the first of its refused lines. */
public record ImportPage(Import work, List<RefusedLine> refused) {

    static final int SHOWN = 100;

    /** As much of a line's words as is worth looking at; the file to download has all of them. */
    public String shown(RefusedLine line) {
        return line.raw().length() <= 500 ? line.raw() : line.raw().substring(0, 500) + "…";
    }
}
