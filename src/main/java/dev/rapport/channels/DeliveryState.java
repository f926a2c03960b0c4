package dev.rapport.channels;

/** What became of a delivery. */
public enum DeliveryState {
    /** Kept; it is read soon, or again after it could not be. */
    WAITING,
    /** All of it is in the inbox. */
    TAKEN,
    /** Part of it is about somebody or something that no inbox here knows. */
    UNROUTED,
    /** It could not be read five times. */
    PARKED
}
