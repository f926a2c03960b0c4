package dev.rapport.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The links that wait, and the one that is looked at.
 *
 * @param waiting how many wait, counted no further than {@link LinkReads#ENOUGH}
 * @param isBlind whether what the evidence says is kept back
 * @param next the link to look at after this one; empty when no other waits
 */
public record ReviewPage(
        List<LinkRow> rows,
        int waiting,
        @Nullable Question question,
        @Nullable Long next,
        boolean isBlind) {

    public boolean isMany() {
        return waiting >= LinkReads.ENOUGH;
    }
}
