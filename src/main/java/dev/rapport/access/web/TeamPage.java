package dev.rapport.access.web;

import dev.rapport.shared.web.FormProblems;
import java.util.List;

/** One team and who could be in it. */
public record TeamPage(long id, String name, List<Member> users, FormProblems problems) {

    /** A user, in the team or not. */
    public record Member(long id, String name, String email, boolean isMember) {}
}
