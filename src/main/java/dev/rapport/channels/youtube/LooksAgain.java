package dev.rapport.channels.youtube;

import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Known;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Looks what became of comments. That one is missing among others proves nothing: it is asked for by itself as well. */
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
            JsonNode comment = now.get(known.id());
            if (comment == null) {
                if (isGone(known.id())) {
                    changed.add(new Item.Read(known.deleted()));
                }
            } else if (reads.answer(comment, null) instanceof Item.Read read
                    && !read.heard().revision().equals(known.revision())) {
                changed.add(read);
            }
        }
        return changed;
    }

    private boolean isGone(String id) {
        List<String> alone = List.of(id);
        return api.withId("/comments", alone).isEmpty()
                && api.withId("/commentThreads", alone).isEmpty();
    }
}
