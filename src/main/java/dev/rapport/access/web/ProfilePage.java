package dev.rapport.access.web;

import dev.rapport.shared.web.FormProblems;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A user's own settings. */
public record ProfilePage(
        String email,
        String roleKey,
        ProfileForm form,
        FormProblems problems,
        List<Locale> languages,
        List<String> zones,
        List<SessionRow> sessions) {

    /** One place where the user is signed in. */
    public record SessionRow(String device, Instant lastSeenAt, boolean isThis) {}
}
