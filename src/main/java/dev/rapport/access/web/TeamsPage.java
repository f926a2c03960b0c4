package dev.rapport.access.web;

import dev.rapport.shared.web.FormProblems;
import java.util.List;

/** All teams. */
public record TeamsPage(List<Row> teams, String name, FormProblems problems) {

    /** One team; {@code members} is a readable list of names. */
    public record Row(long id, String name, int size, String members) {}
}
