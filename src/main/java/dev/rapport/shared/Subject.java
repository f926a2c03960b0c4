package dev.rapport.shared;

import java.util.Set;

/**
 * Somebody whose data is to be shown to them or erased, by everything they are known as. Only {@code people} can say who that is;
 * every other module finds its part by these keys.
 *
 * @param profiles all profiles linked to the person
 * @param customers all customer numbers
 * @param addresses e-mail addresses in lower case
 */
public record Subject(Set<ProfileId> profiles, Set<CustomerKey> customers, Set<String> addresses) {}
