package dev.rapport.channels.spi;

/** What is listened for at a place besides what is said to us. */
public record Search(Kind kind, String query) {

    /** What a query names. */
    public enum Kind {
        WORDS,
        HASHTAG,
        ACCOUNT,
        LIST,
        FEED
    }
}
