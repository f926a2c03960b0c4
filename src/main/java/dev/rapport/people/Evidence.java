package dev.rapport.people;

/**
 * One reason for a link.
 *
 * @param words what was found: the address, the handle, the name
 * @param rivals other persons of whom the same is true
 * @param isShared whether it is a kind of address that many people read
 */
public record Evidence(Kind kind, String words, SeenIn seenIn, int rivals, boolean isShared) {

    /** What was found. */
    public enum Kind {
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
}
