package dev.rapport.understanding;

/** What somebody wants by saying something. A message may have several, or none. */
public enum Intent {
    QUESTION,
    COMPLAINT,
    PRAISE,
    IDEA,
    PURCHASE_INTEREST,
    CHURN_RISK,
    THANKS
}
