package dev.rapport.people.web;

import dev.rapport.shared.web.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * The form about a person.
 *
 * @param id empty of a new one
 * @param problem why it was refused, as a text's key, with what it is about in {@code detail}
 */
public record PersonEditPage(
        @Nullable Long id,
        PersonForm form,
        FormProblems problems,
        @Nullable String problem,
        String detail) {

    static PersonEditPage of(@Nullable Long id, PersonForm form) {
        return new PersonEditPage(id, form, FormProblems.none(), null, "");
    }

    public String action() {
        return id == null ? "/people" : "/people/" + id;
    }

    public String back() {
        return action();
    }
}
