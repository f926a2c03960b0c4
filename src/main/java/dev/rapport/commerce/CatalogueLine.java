package dev.rapport.commerce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing of the catalogue as files and programs write it, by names and without keys.
 *
 * @param standing of a brand; empty leaves it as it is
 * @param brand the brand a product belongs to, or the only one an aspect fits
 * @param product the only product of {@code brand} an aspect fits
 * @param aliases the whole list, or empty ({@code null}) to leave it as it is; {@code handles} and {@code words} likewise
 * @param words what people call an aspect
 */
public record CatalogueLine(
        Kind kind,
        String name,
        @Nullable Standing standing,
        @Nullable String brand,
        @Nullable String product,
        @Nullable List<String> aliases,
        @Nullable List<String> handles,
        @Nullable List<String> words) {

    /** What a line is about. */
    public enum Kind {
        BRAND,
        PRODUCT,
        ASPECT
    }
}
