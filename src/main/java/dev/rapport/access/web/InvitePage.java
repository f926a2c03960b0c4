package dev.rapport.access.web;

import dev.rapport.access.Role;
import dev.rapport.access.Team;
import dev.rapport.shared.web.FormProblems;
import java.util.List;
import java.util.Set;

/** The form that invites somebody. */
public record InvitePage(
        String email, Role role, Set<Long> chosen, List<Role> roles, List<Team> teams, FormProblems problems) {}
