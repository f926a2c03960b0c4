package dev.rapport.commerce.web;

import org.jspecify.annotations.Nullable;

/**
 * The form of a brand or product, new or known.
 *
 * @param action where it is sent
 * @param row what it changes; empty for something new
 * @param brand the brand a new product will belong to
 */
public record EntryPage(
        String action,
        EntryForm form,
        @Nullable EntryRow row,
        @Nullable EntryRow brand,
        @Nullable Refusal refusal) {

    /** Whether it is about a brand, which has a standing, and not about a product. */
    public boolean isBrand() {
        return row == null ? brand == null : row.isBrand();
    }

    /** Its id on a page that may hold several forms. */
    public String key() {
        return row == null ? "new" : row.key();
    }
}
