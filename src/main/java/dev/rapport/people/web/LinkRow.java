package dev.rapport.people.web;

import org.jspecify.annotations.Nullable;

/**
 * A link that waits for an answer.
 *
 * @param profile the name or handle shown
 * @param place where the person lives, to tell people of one name apart
 * @param others how many other persons are asked about for the same profile
 * @param isCheck whether the evidence linked it and it was drawn by lot to be checked
 */
public record LinkRow(
        long id,
        String network,
        String profile,
        String person,
        @Nullable String place,
        @Nullable Double probability,
        int others,
        int messages,
        boolean isCheck) {

    public String icon() {
        return NetworkIcons.of(network);
    }
}
