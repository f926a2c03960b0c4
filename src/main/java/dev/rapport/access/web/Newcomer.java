package dev.rapport.access.web;

import dev.rapport.access.EmailAddress;
import dev.rapport.access.NewUser;
import dev.rapport.access.PasswordRules;
import dev.rapport.shared.web.FormProblems;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** What somebody typed to become a user: an owner by a link, or anybody by an invitation. */
public record Newcomer(String email, String name, String password, String zone) {

    static final int LONGEST_NAME = 100;

    static Newcomer at(String email) {
        return new Newcomer(email, "", "", "");
    }

    FormProblems problems() {
        Optional<EmailAddress> address = EmailAddress.parse(email);
        FormProblems problems = FormProblems.none()
                .when(address.isEmpty(), "email", "form.email")
                .when(name.isBlank() || name.length() > LONGEST_NAME, "name", "form.name");
        Optional<String> problem = address.flatMap(known -> PasswordRules.problem(password, known));
        return problem.map(key -> problems.and("password", key)).orElse(problems);
    }

    /** The user to be; only when there are no {@link #problems}. */
    NewUser user(Locale language) {
        EmailAddress address = EmailAddress.parse(email).orElseThrow();
        return new NewUser(address, name.strip(), password, language, zoneId());
    }

    /** The zone the browser named, or the server's. */
    ZoneId zoneId() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }

    @Override
    public String toString() {
        return "Newcomer[" + email + "]";
    }
}
