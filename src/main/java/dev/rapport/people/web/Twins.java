package dev.rapport.people.web;

import java.util.List;

/**
 * Persons who may be one: they share a name or an address.
 *
 * @param shared what they share
 * @param isAddress whether it is an address
 */
public record Twins(String shared, boolean isAddress, List<PersonRow> persons) {}
