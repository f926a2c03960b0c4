package dev.rapport.people;

/** A colleague who can still sign in is not forgotten. */
public class CannotForget extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotForget() {
        super("Deactivate them first: somebody who can sign in is not forgotten.");
    }
}
