package dev.rapport.channels.spi;

import java.util.List;

/**
 * What a probe saw.
 *
 * @param works whether every step succeeded
 * @param steps what was tried in order, each with its outcome, in words a user can act on
 */
public record Health(boolean works, List<Step> steps) {

    /** One thing tried. */
    public record Step(String what, boolean ok, String outcome) {}
}
