package dev.rapport.exchange.databases.web;

import dev.rapport.exchange.databases.ConnectDatabase;
import dev.rapport.exchange.databases.DatabaseKind;
import dev.rapport.exchange.databases.Tls;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form that connects a database, as a browser sends it. */
record ConnectionForm(
        @Nullable String name,
        @Nullable DatabaseKind kind,
        @Nullable String host,
        @Nullable String port,
        @Nullable String database,
        @Nullable String user,
        @Nullable String password,
        @Nullable Tls tls,
        @Nullable Boolean mayWrite) {

    ConnectDatabase command() {
        return new ConnectDatabase(
                text(name),
                Objects.requireNonNullElse(kind, DatabaseKind.POSTGRESQL),
                text(host),
                number(text(port).strip()),
                text(database),
                text(user),
                text(password),
                Objects.requireNonNullElse(tls, Tls.VERIFY),
                Boolean.TRUE.equals(mayWrite));
    }

    /** Empty is the usual port of its kind; what is no number is none that exists. */
    private static int number(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    @Override
    public String toString() {
        return "ConnectionForm[" + name + "]";
    }
}
