package dev.rapport.channels.mastodon;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Health.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Tries an account step by step, and proves it by a status that nobody else sees. */
final class ProbesMastodon {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final MastodonApi api;
    private final List<Step> steps = new ArrayList<>();

    ProbesMastodon(MastodonApi api) {
        this.api = api;
    }

    /** Whose token it is, and whether it may read. */
    Health probe() {
        try {
            JsonNode me = api.get("/api/v1/accounts/verify_credentials").json();
            steps.add(new Step("mastodon.account", true, List.of(ReadsStatuses.handle(me, api.host()))));
        } catch (Fault e) {
            steps.add(new Step("mastodon.account", false, List.of(api.host(), said(e))));
            return Health.of(steps);
        }
        try {
            api.get("/api/v1/notifications", "limit", "1");
            steps.add(new Step("mastodon.read", true, List.of()));
        } catch (Fault e) {
            steps.add(new Step("mastodon.read", false, List.of(said(e))));
        }
        return Health.of(steps);
    }

    /** Writes a status that only we can see, looks for it and takes it away. */
    Health prove(Duration atMost) {
        String id;
        try {
            JsonNode posted = api.post(
                    Map.of("status", "Rapport looks whether it can write here.", "visibility", "direct"),
                    UUID.randomUUID().toString());
            id = Timeline.id(posted);
            steps.add(new Step("mastodon.write", true, List.of()));
        } catch (Fault e) {
            steps.add(new Step("mastodon.write", false, List.of(said(e))));
            return Health.of(steps);
        }
        steps.add(new Step("mastodon.seen", arrives(id, Instant.now().plus(atMost)), List.of()));
        try {
            api.delete("/api/v1/statuses/" + id);
            steps.add(new Step("mastodon.removed", true, List.of()));
        } catch (Fault e) {
            steps.add(new Step("mastodon.left", true, List.of()));
        }
        return Health.of(steps);
    }

    private boolean arrives(String id, Instant end) {
        try {
            while (Instant.now().isBefore(end)) {
                if (api.find("/api/v1/statuses/" + id).isPresent()) {
                    return true;
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static String said(Fault e) {
        return String.valueOf(e.getMessage());
    }
}
