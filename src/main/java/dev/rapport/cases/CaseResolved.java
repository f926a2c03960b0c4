package dev.rapport.cases;

/** A case was resolved by a user. */
public record CaseResolved(CaseId id, Resolution.Reason reason) {}
