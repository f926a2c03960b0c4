package dev.rapport.cases;

/** What can be done to a case after its opening. */
public enum Activity {
    ASSIGNED,
    HANDED_OVER,
    SNOOZED,
    WOKEN,
    WAITING,
    RESOLVED,
    REOPENED,
    REOPENED_BY_MESSAGE,
    JOINED,
    RENAMED
}
