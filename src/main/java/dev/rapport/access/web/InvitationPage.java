package dev.rapport.access.web;

import dev.rapport.access.Role;
import dev.rapport.shared.web.FormProblems;
import org.jspecify.annotations.Nullable;

/** The page of an invitation; the role is null when it is not open any more. */
public record InvitationPage(String secret, @Nullable Role role, Newcomer newcomer, FormProblems problems) {}
