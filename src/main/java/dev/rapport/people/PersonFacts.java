package dev.rapport.people;

import dev.rapport.shared.CustomerKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a person; only the name is needed.
 *
 * @param title what they do: a trade, an office
 * @param languages codes such as {@code fr}
 * @param numbers under which other systems know them
 */
public record PersonFacts(
        String name,
        @Nullable String givenName,
        @Nullable String familyName,
        List<String> otherNames,
        @Nullable LocalDate bornOn,
        @Nullable String gender,
        @Nullable String title,
        @Nullable String organisation,
        @Nullable String city,
        @Nullable String region,
        @Nullable String country,
        List<String> languages,
        List<Address> addresses,
        List<CustomerKey> numbers) {

    public PersonFacts {
        name = name.strip().replaceAll("\\s+", " ");
        otherNames = List.copyOf(otherNames);
        languages = List.copyOf(languages);
        addresses = addresses.stream().distinct().toList();
        numbers = numbers.stream().distinct().toList();
    }

    /** Somebody of whom the name and perhaps some addresses are known. */
    public static PersonFacts named(String name, Address... addresses) {
        return new PersonFacts(
                name,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(addresses),
                List.of());
    }
}
