package dev.rapport.understanding.endpoint;

import dev.rapport.shared.UserId;

/**
 * Enters where the model is and what it may be asked, and switches it on.
 *
 * @param key empty for the one that is kept
 * @param consents whether it was said that what the screen names may leave
 */
public record SaveEndpoint(
        String address,
        String model,
        String key,
        boolean readings,
        boolean drafts,
        boolean privateToo,
        double below,
        int callsADay,
        boolean consents,
        UserId by) {

    /** Never shows the key. */
    @Override
    public String toString() {
        return "SaveEndpoint[" + model + "]";
    }
}
