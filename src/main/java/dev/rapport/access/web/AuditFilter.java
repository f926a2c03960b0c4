package dev.rapport.access.web;

import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail to show.
 *
 * @param actor {@code USER:12}, {@code TOKEN:3}, {@code CONSOLE}, {@code SYSTEM}, or empty for all
 * @param action an action's name, or empty for all
 * @param before entries older than the one with this id; null for the newest
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable Long before) {

    public String actorOrEmpty() {
        return actor == null ? "" : actor;
    }

    public String actionOrEmpty() {
        return action == null ? "" : action;
    }

    String actorKind() {
        return actorOrEmpty().split(":", 2)[0];
    }

    /** The actor's id, or null for kinds without one; what is not a number finds nothing. */
    @Nullable
    Long actorId() {
        String[] parts = actorOrEmpty().split(":", 2);
        return parts.length < 2 ? null : Long.valueOf(parts[1].matches("\\d{1,18}") ? parts[1] : "-1");
    }
}
