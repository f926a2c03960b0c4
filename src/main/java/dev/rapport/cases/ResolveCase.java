package dev.rapport.cases;

import dev.rapport.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a case.
 *
 * @param why in the resolver's own words
 * @param version the version the resolver looked at; empty to resolve whatever was said since
 */
public record ResolveCase(
        CaseId id,
        @Nullable UserId by,
        Resolution.Reason reason,
        @Nullable String why,
        @Nullable Integer version) {}
