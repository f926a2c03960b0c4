package dev.rapport.people;

import dev.rapport.shared.PersonId;

/**
 * A person as they are known now.
 *
 * @param version to be sent back with a change, so that two changes never overwrite each other unseen
 */
public record Person(PersonId id, int version, Origin origin, PersonFacts facts) {

    public String name() {
        return facts.name();
    }
}
