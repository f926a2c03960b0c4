package dev.rapport.commerce;

/**
 * Something in the catalogue that an opinion can be about.
 *
 * @param kind which table it stands in
 * @param id its key there
 */
public record Target(Kind kind, long id) {

    /** A brand (ours, a competitor's, a partner's) or a product of one. */
    public enum Kind {
        BRAND,
        PRODUCT
    }
}
