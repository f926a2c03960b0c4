package dev.rapport.exchange.databases.web;

import dev.rapport.exchange.databases.ConnectDatabase;
import dev.rapport.exchange.databases.Database;
import dev.rapport.shared.web.FormProblems;
import org.jspecify.annotations.Nullable;

/** A database that is connected, or how it is: the form. */
public record ConnectionPage(@Nullable Database database, ConnectDatabase form, FormProblems problems) {

    /** The port as it was typed; empty is the usual one. */
    public String port() {
        return form.port() <= 0 ? "" : Integer.toString(form.port());
    }
}
