package dev.rapport.exchange;

/** How far an import is. */
public enum ImportState {
    WAITING,
    RUNNING,
    STOPPED,
    DONE,
    FAILED;

    /** Whether nothing more happens unless somebody resumes it. */
    public boolean isOver() {
        return this == STOPPED || this == DONE || this == FAILED;
    }

    public boolean canBeResumed() {
        return this == STOPPED || this == FAILED;
    }

    public boolean canBeStopped() {
        return this == WAITING || this == RUNNING;
    }
}
