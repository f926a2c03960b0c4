package dev.rapport.people.matching;

/**
 * One bar of the waterfall.
 *
 * @param level one of the kind's levels; {@code evidence.<kind>.<level>} is its text on screen
 * @param found what it was found in, as far as it can be shown: letters of a handle, a place; may be empty
 * @param bits log2 of how much likelier this makes the person; negative speaks against
 */
public record Evidence(Kind kind, String level, String found, double bits) {}
