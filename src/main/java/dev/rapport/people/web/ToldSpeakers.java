package dev.rapport.people.web;

import dev.rapport.people.PersonFound;
import java.util.List;

/**
 * Who it may have been, while the name is typed.
 *
 * @param who as typed
 * @param chosen the value that is chosen; empty when somebody has to choose
 */
public record ToldSpeakers(String who, List<PersonFound> found, String chosen) {

    static final int MOST = 6;

    /** A name that fits nobody is somebody new; one that fits exactly one person, and wholly, is that person. */
    static ToldSpeakers of(String who, List<PersonFound> found, String chosen) {
        if (!chosen.isEmpty() || who.isEmpty()) {
            return new ToldSpeakers(who, found, chosen);
        }
        if (found.isEmpty()) {
            return new ToldSpeakers(who, found, ToldForm.NEW);
        }
        List<PersonFound> same =
                found.stream().filter(one -> one.name().equalsIgnoreCase(who)).toList();
        return new ToldSpeakers(
                who,
                found,
                same.size() == 1 ? Long.toString(same.getFirst().id().value()) : "");
    }

    public boolean isChosen(PersonFound person) {
        return chosen.equals(Long.toString(person.id().value()));
    }

    public boolean isNew() {
        return chosen.equals(ToldForm.NEW);
    }
}
