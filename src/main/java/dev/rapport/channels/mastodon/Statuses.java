package dev.rapport.channels.mastodon;

import dev.rapport.channels.spi.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Statuses by the server's ids: many in one question where it takes that, else one by one. */
final class Statuses {

    private Statuses() {}

    /** Each id with its status; without one when the server says that there is none. */
    static Map<String, Optional<JsonNode>> byId(MastodonApi api, List<String> ids) {
        Map<String, Optional<JsonNode>> found = new LinkedHashMap<>();
        if (ids.size() > 1) {
            together(api, ids).forEach(one -> found.put(Timeline.id(one), Optional.of(one)));
        }
        // That one is missing in the common answer proves nothing: not every server knows the question.
        for (String id : ids) {
            if (!found.containsKey(id)) {
                found.put(id, api.find("/api/v1/statuses/" + id));
            }
        }
        return found;
    }

    private static List<JsonNode> together(MastodonApi api, List<String> ids) {
        List<String> query = new ArrayList<>();
        ids.forEach(id -> query.addAll(List.of("id[]", id)));
        List<JsonNode> all = new ArrayList<>();
        try {
            api.find("/api/v1/statuses", query.toArray(String[]::new)).ifPresent(answer -> {
                if (answer.isArray()) {
                    answer.forEach(all::add);
                }
            });
        } catch (Fault.Refused unknownThere) {
            return List.of();
        }
        return all;
    }
}
