package dev.rapport.people.matching;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often profiles of a place (an inbox, a forum, a hashtag) turn out to be contacts. Among our customers' questions most do,
 * under a hashtag few: the same evidence means less there. Learnt from decisions, held near the general rate while there are few.
 */
public final class PlaceRates {

    private static final double GENERAL_WORTH = 40;

    private final double general;
    private final Map<String, Seen> places = new ConcurrentHashMap<>();

    private record Seen(double linked, double all) {}

    /** @param general the share of profiles that are contacts, over all places */
    public PlaceRates(double general) {
        this.general = Math.clamp(general, 0.01, 0.99);
    }

    /** A profile of a place was decided about: by a person, or by an audit. */
    public void learn(String place, boolean isContact) {
        places.merge(
                place, new Seen(isContact ? 1 : 0, 1), (a, b) -> new Seen(a.linked() + b.linked(), a.all() + b.all()));
    }

    public double of(String place) {
        Seen seen = places.getOrDefault(place, new Seen(0, 0));
        return (seen.linked() + GENERAL_WORTH * general) / (seen.all() + GENERAL_WORTH);
    }

    /** The bits this place adds to every candidate's. */
    public double shift(String place) {
        return logOdds(of(place)) - logOdds(general);
    }

    private static double logOdds(double rate) {
        return Math.log(rate / (1 - rate)) / Math.log(2);
    }
}
