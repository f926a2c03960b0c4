package dev.rapport.people.web;

import dev.rapport.people.Address;
import dev.rapport.people.Person;
import dev.rapport.people.PersonFacts;
import dev.rapport.shared.CustomerKey;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was typed about a person; lists stand one on a line, handles and numbers after their network or system. */
public record PersonForm(
        @Nullable String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String otherNames,
        @Nullable String bornOn,
        @Nullable String gender,
        @Nullable String title,
        @Nullable String organisation,
        @Nullable String city,
        @Nullable String region,
        @Nullable String country,
        @Nullable String languages,
        @Nullable String emails,
        @Nullable String phones,
        @Nullable String handles,
        @Nullable String sites,
        @Nullable String numbers,
        @Nullable Integer version) {

    static PersonForm named(String name) {
        return new PersonForm(
                name, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
    }

    static PersonForm of(Person person) {
        PersonFacts facts = person.facts();
        return new PersonForm(
                facts.name(),
                facts.givenName(),
                facts.familyName(),
                String.join("\n", facts.otherNames()),
                facts.bornOn() == null ? null : facts.bornOn().toString(),
                facts.gender(),
                facts.title(),
                facts.organisation(),
                facts.city(),
                facts.region(),
                facts.country(),
                String.join(" ", facts.languages()),
                written(facts, Address.Kind.EMAIL, Address::value),
                written(facts, Address.Kind.PHONE, Address::value),
                written(facts, Address.Kind.HANDLE, address -> address.network() + ":" + address.value()),
                written(facts, Address.Kind.SITE, Address::value),
                facts.numbers().stream()
                        .map(key -> key.source() + ":" + key.number())
                        .collect(Collectors.joining("\n")),
                person.version());
    }

    /** The facts; throws {@link IllegalArgumentException} with the name of the field that cannot be read. */
    PersonFacts facts() {
        return new PersonFacts(
                name == null ? "" : name,
                text(givenName),
                text(familyName),
                lines(otherNames),
                day(),
                text(gender),
                text(title),
                text(organisation),
                text(city),
                text(region),
                text(country),
                Stream.of((languages == null ? "" : languages).split("[\\s,;|]+"))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                addresses(),
                lines(numbers).stream().map(PersonForm::key).toList());
    }

    private List<Address> addresses() {
        return Stream.of(
                        lines(emails).stream().map(Address::email),
                        lines(phones).stream().map(Address::phone),
                        lines(handles).stream().map(PersonForm::handle),
                        lines(sites).stream().map(Address::site))
                .flatMap(addresses -> addresses)
                .toList();
    }

    private @Nullable LocalDate day() {
        String typed = text(bornOn);
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException("bornOn", noDay);
        }
    }

    private static Address handle(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("handles");
        }
        return Address.handle(line.substring(0, colon), line.substring(colon + 1));
    }

    private static CustomerKey key(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || colon == line.length() - 1) {
            throw new IllegalArgumentException("numbers");
        }
        return new CustomerKey(
                line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    private static String written(PersonFacts facts, Address.Kind kind, Function<Address, String> how) {
        return facts.addresses().stream()
                .filter(address -> address.kind() == kind)
                .map(how)
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static List<String> lines(@Nullable String typed) {
        return typed == null
                ? List.of()
                : typed.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
