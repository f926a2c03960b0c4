package dev.rapport.channels.reddit;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Health.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tries an account without saying anything in public: whose key it is, what that may do, and whether the inbox can be read. */
final class ProbesReddit {

    private static final Set<String> NEEDED = Set.of("identity", "privatemessages", "submit", "history", "read");

    private final RedditApi api;
    private final List<Step> steps = new ArrayList<>();

    ProbesReddit(RedditApi api) {
        this.api = api;
    }

    Health probe() {
        try {
            String name = api.get("/api/v1/me").json().path("name").asString("");
            boolean isOurs = name.equalsIgnoreCase(api.account());
            steps.add(
                    new Step("reddit.account", isOurs, List.of(isOurs ? name : "The key belongs to u/" + name + ".")));
        } catch (Fault e) {
            steps.add(new Step("reddit.account", false, List.of(String.valueOf(e.getMessage()))));
            return Health.of(steps);
        }
        Set<String> missing = new TreeSet<>(NEEDED);
        Set<String> scopes = api.scopes();
        missing.removeAll(scopes);
        if (!scopes.isEmpty()) {
            boolean isEnough = missing.isEmpty() || scopes.contains("*");
            steps.add(new Step("reddit.scopes", isEnough, List.of(String.join(", ", missing))));
        }
        try {
            api.get("/message/inbox", "limit", "1", "mark", "false");
            steps.add(new Step("reddit.read", true, List.of()));
        } catch (Fault e) {
            steps.add(new Step("reddit.read", false, List.of(String.valueOf(e.getMessage()))));
        }
        return Health.of(steps);
    }
}
