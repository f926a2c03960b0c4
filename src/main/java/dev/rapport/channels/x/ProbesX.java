package dev.rapport.channels.x;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Health.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Tries an account without saying anything in public and without reading a post: whose key it is, and what that may do. */
final class ProbesX {

    private static final Set<String> NEEDED = Set.of("tweet.read", "tweet.write", "users.read", "offline.access");

    private final XApi api;
    private final List<Step> steps = new ArrayList<>();

    ProbesX(XApi api) {
        this.api = api;
    }

    Health probe() {
        try {
            JsonNode me = api.me();
            steps.add(new Step("x.account", true, List.of(me.path("username").asString(""), ReadsPosts.id(me))));
        } catch (Fault e) {
            steps.add(new Step("x.account", false, List.of(String.valueOf(e.getMessage()))));
            return Health.of(steps);
        }
        Set<String> missing = new TreeSet<>(NEEDED);
        missing.removeAll(api.scopes());
        if (!api.scopes().isEmpty()) {
            steps.add(new Step("x.scopes", missing.isEmpty(), List.of(String.join(", ", missing))));
        }
        return Health.of(steps);
    }
}
