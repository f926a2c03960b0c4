package dev.rapport.channels.youtube;

import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Known;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Looks what became of comments. That one is missing among others proves nothing, since one that is gone may hide
 * the rest: it is asked for by itself, as a comment and as a thread. */
final class LooksAgain {

    private final YoutubeApi api;
    private final ReadsComments reads;

    LooksAgain(YoutubeApi api, ReadsComments reads) {
        this.api = api;
        this.reads = reads;
    }

    List<Item> look(List<Known> heard) {
        api.keepForReplies();
        Map<String, JsonNode> now = new HashMap<>();
        api.withId("/comments", heard.stream().map(Known::id).toList())
                .forEach(one -> now.put(ReadsComments.id(one), one));
        List<Item> changed = new ArrayList<>();
        for (Known known : heard) {
            JsonNode together = now.get(known.id());
            Optional<JsonNode> comment = together == null ? alone("/comments", known.id()) : Optional.of(together);
            comment.map(one -> changed(one, known)).orElseGet(() -> gone(known)).ifPresent(changed::add);
        }
        return changed;
    }

    private Optional<Item> changed(JsonNode comment, Known known) {
        return reads.answer(comment, null) instanceof Item.Read read
                        && !read.heard().revision().equals(known.revision())
                ? Optional.of(read)
                : Optional.empty();
    }

    private Optional<Item> gone(Known known) {
        boolean isThere = alone("/commentThreads", known.id()).isPresent();
        return isThere ? Optional.empty() : Optional.of(new Item.Read(known.deleted()));
    }

    private Optional<JsonNode> alone(String path, String id) {
        return api.withId(path, List.of(id)).stream().findFirst();
    }
}
