package dev.rapport.access;

import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;

/** People who work here, for tests. */
public final class Staff {

    public static final String PASSWORD = "walnut ferry ladder";

    private final UserStore users;
    private final Passwords passwords;
    private final Clock clock;
    private final Sql sql;

    Staff(UserStore users, Passwords passwords, Clock clock, Sql sql) {
        this.sql = sql;
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** A user with {@link #PASSWORD}. */
    public User user(String name, Role role) {
        EmailAddress email = new EmailAddress(name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@solvane.example");
        Optional<User> known = users.byEmail(email);
        return known.orElseGet(() -> {
            NewUser user = new NewUser(email, name, PASSWORD, Locale.ENGLISH, ZoneOffset.UTC);
            UserId id = users.add(user, role, passwords.hash(PASSWORD), clock.instant());
            return users.find(id).orElseThrow();
        });
    }

    /** Signed in as the application does it: with the rights of their role and of all below it. */
    public static Authentication signedIn(User user) {
        String[] roles = Arrays.stream(Role.values())
                .filter(user.role()::covers)
                .map(role -> "ROLE_" + role)
                .toArray(String[]::new);
        return new TestingAuthenticationToken(user, "", roles);
    }

    /** Clears up after tests that commit. */
    public void goHome() {
        for (String table : List.of("users", "invitations", "sessions", "sign_in_attempts", "one_time_links")) {
            sql.sql("delete from access." + table).update();
        }
    }

    public User owner() {
        return user("Ines Carvalho", Role.OWNER);
    }

    public User manager() {
        return user("Jonas Weber", Role.MANAGER);
    }

    public User agent() {
        return user("Amina Diallo", Role.AGENT);
    }

    public User viewer() {
        return user("Piet Vos", Role.VIEWER);
    }
}
