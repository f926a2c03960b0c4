package dev.rapport.access.web;

import dev.rapport.access.Role;
import dev.rapport.shared.web.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * The page of an invitation.
 *
 * @param role null when it is not open any more
 * @param isKnown whether it is for a user who forgot their password
 */
public record InvitationPage(
        String secret, @Nullable Role role, boolean isKnown, Newcomer newcomer, FormProblems problems) {}
