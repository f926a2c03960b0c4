package dev.rapport.channels.bluesky;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Health.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Tries an account step by step, and proves it by a record of our own kind that no app shows. */
final class ProbesBluesky {

    private static final String PROOF = "dev.rapport.proof";

    private final BlueskyApi api;
    private final List<Step> steps = new ArrayList<>();

    ProbesBluesky(BlueskyApi api) {
        this.api = api;
    }

    Health probe() {
        try {
            JsonNode me = api.get("com.atproto.server.getSession").json();
            steps.add(new Step(
                    "bluesky.account",
                    true,
                    List.of(me.path("handle").asString(""), me.path("did").asString(""))));
        } catch (Fault e) {
            steps.add(new Step("bluesky.account", false, List.of(api.host(), said(e))));
            return Health.of(steps);
        }
        try {
            api.get("app.bsky.notification.listNotifications", "limit", "1");
            steps.add(new Step("bluesky.read", true, List.of()));
        } catch (Fault e) {
            steps.add(new Step("bluesky.read", false, List.of(said(e))));
        }
        return Health.of(steps);
    }

    Health prove() {
        String key = UUID.randomUUID().toString();
        Map<String, String> place = Map.of("repo", api.did(), "collection", PROOF, "rkey", key);
        try {
            api.post(
                    "com.atproto.repo.putRecord",
                    Map.of(
                            "repo",
                            api.did(),
                            "collection",
                            PROOF,
                            "rkey",
                            key,
                            "validate",
                            false,
                            "record",
                            Map.of("$type", PROOF, "text", "Rapport looks whether it can write here.")));
            steps.add(new Step("bluesky.write", true, List.of()));
            boolean there = api.record(api.did(), PROOF, key).isPresent();
            steps.add(new Step("bluesky.seen", there, List.of()));
            api.post("com.atproto.repo.deleteRecord", place);
            steps.add(new Step("bluesky.removed", true, List.of()));
        } catch (Fault e) {
            steps.add(new Step("bluesky.write", false, List.of(said(e))));
        }
        return Health.of(steps);
    }

    private static String said(Fault e) {
        return String.valueOf(e.getMessage());
    }
}
