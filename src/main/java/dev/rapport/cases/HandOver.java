package dev.rapport.cases;

import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Makes a case another team's, or no team's; nobody of the former team has it any longer. */
public record HandOver(
        CaseId id, @Nullable UserId by, @Nullable TeamId to) {}
