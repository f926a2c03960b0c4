package dev.rapport.cast;

import dev.rapport.people.Address;
import dev.rapport.people.PersonFacts;
import dev.rapport.shared.CustomerKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of somebody in a test besides their name. */
public final class Facts {

    private Facts() {}

    /** Somebody who lives in a city. */
    public static PersonFacts living(String city, String name, Address... addresses) {
        return facts(name, city, List.of(addresses), List.of());
    }

    /** Somebody another system knows by a number. */
    public static PersonFacts numbered(CustomerKey number, String name, Address... addresses) {
        return facts(name, null, List.of(addresses), List.of(number));
    }

    private static PersonFacts facts(
            String name, @Nullable String city, List<Address> addresses, List<CustomerKey> numbers) {
        return new PersonFacts(
                name, null, null, List.of(), null, null, null, null, city, null, null, List.of(), addresses, numbers);
    }
}
