package dev.rapport.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rapport.people.matching.Contact;
import dev.rapport.people.matching.ProfileFacts;
import dev.rapport.shared.PersonId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contacts and accounts of a folder with {@code contacts.csv} and {@code accounts.csv}. The answers in {@code truth.csv} are
 * read by {@link #truth} only, after the matching.
 */
record IdentityFolder(List<Contact> contacts, List<String> contactIds, Map<String, ProfileFacts> accounts) {

    /** Who is behind an account; an empty contact is nobody. */
    record Truth(String contact, String source, String kind) {}

    static IdentityFolder read(Path folder) throws IOException {
        List<Contact> contacts = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (NamedCsvRecord row : rows(folder.resolve("contacts.csv"))) {
            ids.add(text(row, "contact_id"));
            contacts.add(contact(row, ids.size()));
        }
        Map<String, ProfileFacts> accounts = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows(folder.resolve("accounts.csv"))) {
            accounts.put(text(row, "account_id"), account(row));
        }
        return new IdentityFolder(contacts, ids, accounts);
    }

    static Map<String, Truth> truth(Path folder) throws IOException {
        Map<String, Truth> truth = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows(folder.resolve("truth.csv"))) {
            truth.put(
                    text(row, "account_id"),
                    new Truth(text(row, "contact_id"), text(row, "source"), text(row, "kind")));
        }
        return truth;
    }

    /** The number a contact has while it is matched: its line. */
    String contactId(PersonId person) {
        return contactIds.get((int) person.value() - 1);
    }

    private static Contact contact(NamedCsvRecord row, int number) {
        return new Contact(
                new PersonId(number),
                text(row, "given_name"),
                text(row, "family_name"),
                text(row, "full_name"),
                several(row, "other_names"),
                several(row, "email"),
                text(row, "city"),
                text(row, "region"),
                text(row, "country"),
                text(row, "organisation"),
                text(row, "title"),
                several(row, "website"),
                several(row, "known_handles"),
                several(row, "phone"));
    }

    private static ProfileFacts account(NamedCsvRecord row) {
        return new ProfileFacts(
                text(row, "platform"),
                text(row, "handle"),
                text(row, "display_name"),
                text(row, "bio"),
                text(row, "location"),
                text(row, "website"),
                text(row, "verified").equalsIgnoreCase("true"),
                List.of());
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    private static String text(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }

    private static List<String> several(NamedCsvRecord row, String column) {
        String text = text(row, column);
        return text.isBlank() ? List.of() : List.of(text.split("\\|"));
    }
}
