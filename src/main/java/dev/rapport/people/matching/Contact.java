package dev.rapport.people.matching;

import dev.rapport.shared.PersonId;
import java.util.List;

/**
 * What is on record about a person, as far as it can tell who is behind a profile. What is not known is an empty text or list.
 *
 * @param otherNames whole names the person also goes by: maiden names, transliterations, "Bill" for "William"
 * @param websites addresses of pages; those shared by many contacts tell nothing and are ignored by themselves
 * @param knownHandles {@code platform:handle} each
 * @param numbers phone, customer, order and contract numbers a person might give in private
 */
public record Contact(
        PersonId id,
        String givenName,
        String familyName,
        String fullName,
        List<String> otherNames,
        List<String> emails,
        String city,
        String region,
        String country,
        String organisation,
        String title,
        List<String> websites,
        List<String> knownHandles,
        List<String> numbers) {

    public Contact {
        otherNames = List.copyOf(otherNames);
        emails = List.copyOf(emails);
        websites = List.copyOf(websites);
        knownHandles = List.copyOf(knownHandles);
        numbers = List.copyOf(numbers);
    }

    /** A contact of whom only the name is known. */
    public static Contact named(PersonId id, String givenName, String familyName) {
        String full = (givenName + " " + familyName).strip();
        return new Contact(
                id,
                givenName,
                familyName,
                full,
                List.of(),
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
}
