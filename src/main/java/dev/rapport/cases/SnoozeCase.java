package dev.rapport.cases;

import dev.rapport.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts a case aside until a time or the customer's next message, whichever comes first. */
public record SnoozeCase(CaseId id, @Nullable UserId by, Instant until) {}
