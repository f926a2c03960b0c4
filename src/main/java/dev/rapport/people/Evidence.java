package dev.rapport.people;

import dev.rapport.people.matching.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One reason for or against a link.
 *
 * @param kind what was compared: a name of {@link Exact}, or a kind of the matcher in lower case
 * @param level what came out, one of the kind's levels; empty where the evidence is exact
 * @param words what was found: the address, the handle, letters of a name; may be empty
 * @param bits log2 of how much likelier this makes the link; empty when nothing was weighed
 * @param rivals other persons of whom the same is true, as far as they were counted
 */
public record Evidence(
        String kind,
        String level,
        String words,
        SeenIn seenIn,
        @Nullable Double bits,
        int rivals) {

    /** Evidence that is either there or not. */
    public enum Exact {
        /** They write from an address of the person. */
        EMAIL,
        /** An address of the person stands in what the profile says about itself. */
        BIO_EMAIL,
        /** The handle is known to be the person's. */
        HANDLE,
        /** The name shown is one of the person's names. */
        NAME
    }

    /** Who could have seen it; what only the CRM knows is never said in public. */
    public enum SeenIn {
        PUBLIC,
        PRIVATE,
        CRM
    }

    /** Evidence that was not weighed. */
    public static Evidence exact(Exact kind, String words, SeenIn seenIn, int rivals) {
        return new Evidence(kind.name(), "", words, seenIn, null, rivals);
    }

    static Evidence weighed(dev.rapport.people.matching.Evidence one) {
        String kind = one.kind().name().toLowerCase(Locale.ROOT);
        return new Evidence(kind, one.level(), one.found(), seenIn(one.kind()), one.bits(), 0);
    }

    private static SeenIn seenIn(Kind kind) {
        return switch (kind) {
            case SAID -> SeenIn.PRIVATE;
            case OWNS -> SeenIn.CRM;
            default -> SeenIn.PUBLIC;
        };
    }

    /** What it is called in the files of texts. */
    public String key() {
        return level.isEmpty() ? "links.evidence." + kind.toLowerCase(Locale.ROOT) : "evidence." + kind + "." + level;
    }
}
