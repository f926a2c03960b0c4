package dev.rapport.shared;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose data is to be shown to them or erased, by everything they are known as. Only {@code people} can say who
 * that is; every other module finds its part by these keys.
 *
 * @param users who worked here and is to be forgotten
 * @param voices the same profiles as networks know them, so that modules above them find what was sent there
 * @param addresses e-mail addresses in lower case
 * @param phones as they were written
 * @param names whole names as they were written
 */
public record Subject(
        Set<PersonId> persons,
        Set<UserId> users,
        Set<ProfileId> profiles,
        Set<Voice> voices,
        Set<CustomerKey> customers,
        Set<String> addresses,
        Set<String> phones,
        Set<String> names) {

    /** Nobody: nothing is held and nothing is erased. */
    public static final Subject NOBODY =
            new Subject(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /**
     * An author on a network.
     *
     * @param key the network's stable id, or what stands for it
     * @param handle without a leading {@code @}
     */
    public record Voice(
            String network, String key, @Nullable String handle) {}

    public static Subject ofPersons(Set<PersonId> persons) {
        return new Subject(persons, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    public static Subject ofUsers(Set<UserId> users) {
        return new Subject(Set.of(), users, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    public static Subject ofProfiles(Set<ProfileId> profiles, Set<Voice> voices) {
        return new Subject(Set.of(), Set.of(), profiles, voices, Set.of(), Set.of(), Set.of(), Set.of());
    }

    public static Subject ofCustomers(Set<CustomerKey> customers) {
        return new Subject(Set.of(), Set.of(), Set.of(), Set.of(), customers, Set.of(), Set.of(), Set.of());
    }

    /** Both as one. */
    public Subject and(Subject other) {
        return new Subject(
                both(persons, other.persons),
                both(users, other.users),
                both(profiles, other.profiles),
                both(voices, other.voices),
                both(customers, other.customers),
                both(addresses, other.addresses),
                both(phones, other.phones),
                both(names, other.names));
    }

    public boolean isNobody() {
        return equals(NOBODY);
    }

    private static <T> Set<T> both(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
