package dev.rapport.people.matching;

import dev.rapport.shared.PersonId;
import java.util.ArrayList;
import java.util.List;

/** Invented contacts for the tests of this package: a few with stories, and a crowd so that names have frequencies. */
final class Crowd {

    private static final List<String> GIVEN = List.of("Anna", "Peter", "Maria", "John", "Lucy", "Omar", "Ines", "Karl");
    private static final List<String> FAMILY = List.of("Smith", "Brown", "Rossi", "Novak", "Jensen", "Moreau", "Weber");

    private Crowd() {}

    static ContactIndex index() {
        var index = new ContactIndex();
        everybody().forEach(index::put);
        return index;
    }

    static List<Contact> everybody() {
        List<Contact> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            all.add(Contact.named(
                    new PersonId(1000 + i),
                    GIVEN.get(i % GIVEN.size()),
                    FAMILY.get(i / 3 % FAMILY.size()) + (i < 200 ? "" : "ova" + i)));
        }
        return all;
    }

    static Contact person(long id, String given, String family, String... otherNames) {
        return new Contact(
                new PersonId(id),
                given,
                family,
                given + " " + family,
                List.of(otherNames),
                List.of(),
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of());
    }

    /** A contact with all that may be on record. */
    static Contact known(long id, String given, String family) {
        return new Contact(
                new PersonId(id),
                given,
                family,
                given + " " + family,
                List.of(),
                List.of("wintertale@example.org"),
                "Aarhus",
                "Jutland",
                "Denmark",
                "Solvane",
                "Engineer",
                List.of("https://www.quillfeather.example/about"),
                List.of("elsewhere:old_owl_99"),
                List.of("K-2044817"));
    }
}
