package dev.rapport.channels.mastodon;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds out what is answered: statuses name it by an id of their own server, threads are known by uris. */
final class Parents {

    private static final int MOST = 40;

    private Parents() {}

    /** Uris by id of what these statuses answer; those that no longer exist are left out. */
    static Map<String, String> of(MastodonApi api, Collection<JsonNode> statuses) {
        Map<String, String> uris = new HashMap<>();
        statuses.forEach(one -> uris.put(Timeline.id(one), one.path("uri").asString("")));
        Set<String> wanted = new HashSet<>();
        for (JsonNode one : statuses) {
            String parent = one.path("in_reply_to_id").asString("");
            if (!parent.isEmpty() && !uris.containsKey(parent) && wanted.size() < MOST) {
                wanted.add(parent);
            }
        }
        Statuses.byId(api, List.copyOf(wanted))
                .forEach((id, found) ->
                        found.map(one -> one.path("uri").asString("")).ifPresent(uri -> uris.put(id, uri)));
        uris.values().removeIf(String::isEmpty);
        return uris;
    }

    /** The status with this uri as our server knows it: asked for by search, else looked for among our mentions. */
    static Optional<JsonNode> byUri(MastodonApi api, String uri) {
        JsonNode found = api.find("/api/v2/search", "q", uri, "resolve", "true", "type", "statuses", "limit", "5")
                .map(answer -> answer.path("statuses"))
                .orElse(null);
        Optional<JsonNode> searched = found == null ? Optional.empty() : withUri(found, uri);
        if (searched.isPresent()) {
            return searched;
        }
        for (JsonNode mention : api.get("/api/v1/notifications", "types[]", "mention", "limit", "80")
                .json()) {
            if (mention.path("status").path("uri").asString("").equals(uri)) {
                return Optional.of(mention.path("status"));
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> withUri(JsonNode statuses, String uri) {
        for (JsonNode one : statuses) {
            if (one.path("uri").asString("").equals(uri)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
