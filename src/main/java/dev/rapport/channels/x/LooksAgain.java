package dev.rapport.channels.x;

import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Looks what became of posts. One that was edited names its newest wording; one that was deleted is said not to be found, one
 * that is hidden from us is not.
 */
final class LooksAgain {

    private static final String GONE = "resource-not-found";

    private final XApi api;
    private final Instant now;

    LooksAgain(XApi api, Instant now) {
        this.api = api;
        this.now = now;
    }

    List<Item> look(List<Known> heard) {
        JsonNode found = api.byId(heard.stream().map(Known::id).toList());
        Set<String> gone = new HashSet<>();
        for (JsonNode error : found.path("errors")) {
            if (XApi.type(error).equals(GONE)) {
                gone.add(error.path("resource_id").asString(error.path("value").asString("")));
            }
        }
        List<Item> changed = new ArrayList<>();
        heard.stream().filter(one -> gone.contains(one.id())).forEach(one -> changed.add(new Item.Read(one.deleted())));
        changed.addAll(wordings(newer(found, heard)));
        return changed;
    }

    /** The numbers of wordings that are not known yet. */
    private static List<String> newer(JsonNode found, List<Known> heard) {
        List<String> newer = new ArrayList<>();
        for (JsonNode post : found.path("data")) {
            List<String> edits = post.path("edit_history_tweet_ids")
                    .valueStream()
                    .map(one -> one.asString(""))
                    .toList();
            String latest = edits.isEmpty() ? ReadsPosts.id(post) : edits.getLast();
            boolean isKnown =
                    heard.stream().anyMatch(one -> latest.equals(one.revision().isEmpty() ? one.id() : one.revision()));
            if (!isKnown) {
                newer.add(latest);
            }
        }
        return newer;
    }

    private List<Item> wordings(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        JsonNode answer = api.byId(ids);
        ReadsPosts reads = ReadsPosts.of(answer, now);
        return answer.path("data")
                .valueStream()
                .map(reads::item)
                .filter(Item.Read.class::isInstance)
                .toList();
    }
}
