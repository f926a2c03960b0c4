package dev.rapport.access;

/** Use an owner link. */
public record BecomeOwner(String secret, NewUser user) {}
