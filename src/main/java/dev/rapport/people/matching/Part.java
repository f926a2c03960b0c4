package dev.rapport.people.matching;

/** One folded text on record about a contact, and what it is to them. */
record Part(Role role, String text) {}
