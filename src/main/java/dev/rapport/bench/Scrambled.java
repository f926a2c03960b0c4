package dev.rapport.bench;

import dev.rapport.people.matching.Contact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The same people under names that are not theirs: given and family names are dealt anew, each by itself, and what would give a
 * name away (addresses, sites, handles) is withheld. Whatever is linked then is linked wrongly.
 */
final class Scrambled {

    private Scrambled() {}

    static List<Contact> of(List<Contact> contacts) {
        List<String> given =
                new ArrayList<>(contacts.stream().map(Contact::givenName).toList());
        List<String> family =
                new ArrayList<>(contacts.stream().map(Contact::familyName).toList());
        var random = new Random(7);
        Collections.shuffle(given, random);
        Collections.shuffle(family, random);
        List<Contact> scrambled = new ArrayList<>();
        for (int i = 0; i < contacts.size(); i++) {
            scrambled.add(renamed(contacts.get(i), given.get(i), family.get(i)));
        }
        return scrambled;
    }

    private static Contact renamed(Contact contact, String given, String family) {
        return new Contact(
                contact.id(),
                given,
                family,
                given + " " + family,
                List.of(),
                List.of(),
                contact.city(),
                contact.region(),
                contact.country(),
                contact.organisation(),
                contact.title(),
                List.of(),
                List.of(),
                List.of());
    }
}
