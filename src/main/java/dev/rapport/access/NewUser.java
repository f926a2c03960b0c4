package dev.rapport.access;

import java.time.ZoneId;
import java.util.Locale;

/** What somebody tells about themselves when they come in for the first time. */
public record NewUser(EmailAddress email, String name, String password, Locale language, ZoneId zone) {

    @Override
    public String toString() {
        return "NewUser[" + email.value() + "]";
    }
}
