package dev.rapport.cases;

import dev.rapport.shared.UserId;
import java.time.Instant;

/** Puts a case aside until a time or the customer's next message, whichever comes first. */
public record SnoozeCase(CaseId id, UserId by, Instant until) {}
