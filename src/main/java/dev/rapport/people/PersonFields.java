package dev.rapport.people;

import dev.rapport.exchange.spi.ImportField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a line about a person may hold, and how it is read. */
final class PersonFields {

    static final List<ImportField> ALL = List.of(
            new ImportField("number", true, "The customer number in the system the file comes from.")
                    .knownAs(
                            "customer_number",
                            "customer_no",
                            "customer_id",
                            "contact_id",
                            "contact_no",
                            "person_id",
                            "id",
                            "kundennummer",
                            "kundennr",
                            "numéro client"),
            of("name", "The full name. Empty puts given and family name together.")
                    .knownAs("display_name", "contact_name", "customer_name", "anzeigename"),
            of("full_name", "The same as name, as other systems call it."),
            of("given_name", "First name.").knownAs("first_name", "vorname", "prénom"),
            of("family_name", "Last name.").knownAs("last_name", "surname", "nachname", "nom"),
            of("other_names", "Other names, with | between them: before marriage, in another script.")
                    .ofMany(),
            of("birth_date", "As 1984-03-31.")
                    .knownAs("date_of_birth", "birthday", "born", "geburtstag", "geburtsdatum", "date de naissance")
                    .ofDates(),
            of("gender", "In the words of the source."),
            of("email", "Addresses, with | between them.")
                    .knownAs("e-mail", "email_address", "mail", "e-mail 2", "courriel")
                    .ofMany(),
            of("phone", "Telephone numbers, with | between them.")
                    .knownAs("telephone", "phone_number", "mobile", "mobile_phone", "telefon", "téléphone")
                    .ofMany(),
            of("city", "Where they live.").knownAs("town", "ort", "ville"),
            of("region", "Province, state or county."),
            of("country", "Name or code of the country."),
            of("organisation", "Where they work or what they belong to.").knownAs("organization", "company", "firma"),
            of("title", "What they do: a trade, an office."),
            of("website", "Sites of their own, with | between them.")
                    .knownAs("url", "homepage", "web")
                    .ofMany(),
            of("known_handles", "Handles with their networks, fediverse:owl, with | between them.")
                    .ofMany(),
            of("language", "Languages they speak as codes, with | between them: fr|nl.")
                    .ofMany(),
            of("account_name", "The customer organisation they belong to."),
            of("account_number", "Its number in the system the file comes from."));

    private PersonFields() {}

    /** Reads a line; throws {@link IllegalArgumentException} with what to repair. */
    static PersonLine read(Map<String, Object> values) {
        Cells cells = new Cells(values);
        PersonFacts facts = facts(cells);
        try {
            PersonRules.check(facts);
        } catch (CannotKeep refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
        return new PersonLine(
                cells.required("number"), facts, cells.text("account_name"), cells.text("account_number"));
    }

    private static PersonFacts facts(Cells cells) {
        return new PersonFacts(
                name(cells),
                cells.text("given_name"),
                cells.text("family_name"),
                cells.texts("other_names"),
                cells.day("birth_date"),
                cells.text("gender"),
                cells.text("title"),
                cells.text("organisation"),
                cells.text("city"),
                cells.text("region"),
                cells.text("country"),
                cells.texts("language"),
                Stream.of(
                                cells.emails("email"),
                                cells.phones("phone"),
                                cells.handles("known_handles"),
                                cells.sites("website"))
                        .flatMap(List::stream)
                        .toList(),
                List.of());
    }

    private static String name(Cells cells) {
        String whole = cells.text("name");
        if (whole == null) {
            whole = cells.text("full_name");
        }
        if (whole == null) {
            whole = Stream.of(cells.text("given_name"), cells.text("family_name"))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        }
        if (whole.isEmpty()) {
            throw new IllegalArgumentException("The field “name” is empty, and so are “given_name” and “family_name”.");
        }
        return whole;
    }

    private static ImportField of(String name, String about) {
        return new ImportField(name, false, about);
    }
}
