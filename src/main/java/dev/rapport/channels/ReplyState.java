package dev.rapport.channels;

/** What became of a reply. */
public enum ReplyState {
    /** It waits, and can be taken back. */
    QUEUED,
    /** It is on its way. */
    SENDING,
    /** Its channel took it. */
    SENT,
    /** It may or may not have left; it is never sent again before that is known. */
    UNSURE,
    /** Its channel took it and shows it to a moderator first; it is not sent again. */
    PENDING,
    /** Its channel declined it, or could not be reached for too long; it was not sent. */
    REFUSED,
    /** Somebody took it back in time. */
    TAKEN_BACK
}
