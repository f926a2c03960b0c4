package dev.rapport.understanding;

import dev.rapport.commerce.Target;
import org.jspecify.annotations.Nullable;

/** What an opinion is about: an entry of the catalogue, an aspect, or an aspect of an entry. */
public record About(@Nullable Target target, @Nullable Long aspectId) {

    static About of(Opinion opinion) {
        return new About(opinion.target(), opinion.aspectId());
    }
}
