package dev.rapport.people.matching;

/** A contact compared with a profile. */
record Suspect(int slot, long person, Gamma gamma, Reading handle, Reading display) {}
