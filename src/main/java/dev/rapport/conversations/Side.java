package dev.rapport.conversations;

/** On which side of the relationship a profile speaks. Our own words are never counted as voices. */
public enum Side {
    CUSTOMER,
    US,
    PARTNER,
    BOT
}
