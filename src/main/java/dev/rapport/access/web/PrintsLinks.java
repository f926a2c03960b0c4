package dev.rapport.access.web;

import dev.rapport.access.OwnerLinks;
import dev.rapport.access.SignInLinks;
import dev.rapport.access.User;
import dev.rapport.access.Users;
import dev.rapport.shared.web.WhenServing;
import java.io.PrintStream;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Prints the way in on the server's console: the link that creates the owner when there is none, and for developers a
 * link that signs the owner in. Printed, not logged: a log is kept and read by more people.
 */
@WhenServing
@Component
class PrintsLinks implements ApplicationRunner {

    private final Users users;
    private final OwnerLinks ownerLinks;
    private final SignInLinks signInLinks;
    private final boolean isDevelopment;
    private final PrintStream console = System.out;

    PrintsLinks(
            Users users,
            OwnerLinks ownerLinks,
            SignInLinks signInLinks,
            @Value("${rapport.dev:false}") boolean isDevelopment) {
        this.users = users;
        this.ownerLinks = ownerLinks;
        this.signInLinks = signInLinks;
        this.isDevelopment = isDevelopment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Optional<User> owner = users.firstOwner();
        if (owner.isEmpty()) {
            console.println("Open this link to create the owner: " + ownerLinks.issue());
        } else if (isDevelopment) {
            console.println("Open this link to sign in: "
                    + signInLinks.issue(owner.get().id()));
        }
    }
}
