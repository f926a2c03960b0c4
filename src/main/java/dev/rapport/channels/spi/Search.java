package dev.rapport.channels.spi;

/** What is listened for at a place besides what is said to us. */
public record Search(Kind kind, String query) {

    /** That places of this sort have no such thing. */
    public Fault.Refused elsewhere() {
        return new Fault.Refused("“" + query + "” has to be listened for at a place of another kind.");
    }

    /** What a query names. */
    public enum Kind {
        WORDS,
        HASHTAG,
        ACCOUNT,
        LIST,
        FEED,
        COMMUNITY,
        VIDEO
    }
}
