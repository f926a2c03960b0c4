package dev.rapport.commerce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A side of a product or service that people judge by itself: battery, delivery, staff.
 *
 * @param words what people call it, the name not included
 * @param of the only entry it belongs to; empty when it fits every entry
 */
public record Aspect(
        long id, String name, List<String> words, @Nullable Target of) {}
