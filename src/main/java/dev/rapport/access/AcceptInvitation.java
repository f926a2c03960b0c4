package dev.rapport.access;

import java.time.ZoneId;
import java.util.Locale;

/** Come in by an invitation. */
public record AcceptInvitation(String secret, String name, String password, Locale language, ZoneId zone) {

    NewUser user(EmailAddress email) {
        return new NewUser(email, name, password, language, zone);
    }

    @Override
    public String toString() {
        return "AcceptInvitation";
    }
}
