package dev.rapport.cases;

/** Where the work on a case stands. */
public enum CaseState {
    /** Somebody here has to do something. */
    OPEN,
    /** We have answered or asked; the customer is next. */
    WAITING,
    /** Put aside until a time or the customer's next message. */
    SNOOZED,
    /** Done; the customer's next message opens it again. */
    RESOLVED
}
