package dev.rapport.people;

import dev.rapport.shared.PersonId;

/** A number that no person has. */
public class NoSuchPerson extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchPerson(PersonId id) {
        super("There is no person " + id.value() + ".");
    }
}
