package dev.rapport.access.web;

import dev.rapport.shared.web.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in page.
 *
 * @param email what was typed before
 * @param next the page that was wanted
 * @param notice the message key of what to know first, or null
 * @param waitMinutes how long to wait after too many failures, 0 when there is no need
 */
public record SignInPage(
        String email, String next, @Nullable String notice, long waitMinutes, FormProblems problems) {}
