package dev.rapport.channels.youtube;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Health.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Tries a channel without saying anything in public: whose key it is, what that may do, and whether comments can be read. */
final class ProbesYoutube {

    private final YoutubeApi api;
    private final List<Step> steps = new ArrayList<>();

    ProbesYoutube(YoutubeApi api) {
        this.api = api;
    }

    Health probe() {
        String channel;
        try {
            JsonNode ours = ours(api);
            channel = ReadsComments.id(ours);
            steps.add(new Step("youtube.account", true, List.of(handle(ours), channel)));
        } catch (Fault e) {
            steps.add(new Step("youtube.account", false, List.of(String.valueOf(e.getMessage()))));
            return Health.of(steps);
        }
        Set<String> scopes = api.scopes();
        if (!scopes.isEmpty()) {
            steps.add(new Step("youtube.scopes", scopes.contains(YoutubeApi.SCOPE), List.of(YoutubeApi.SCOPE)));
        }
        try {
            api.list("/commentThreads", "part", "id", "allThreadsRelatedToChannelId", channel, "maxResults", "1");
            steps.add(new Step("youtube.read", true, List.of()));
        } catch (Fault e) {
            steps.add(new Step("youtube.read", false, List.of(String.valueOf(e.getMessage()))));
        }
        return Health.of(steps);
    }

    /** The channel that the key belongs to. */
    static JsonNode ours(YoutubeApi api) {
        JsonNode channel = api.list("/channels", "part", "snippet", "mine", "true")
                .path("items")
                .path(0);
        if (ReadsComments.id(channel).isEmpty()) {
            throw new Fault.Refused("The account has no channel on YouTube.");
        }
        return channel;
    }

    /** As its comments show it; a channel without a handle is known by its id. */
    private static String handle(JsonNode channel) {
        String handle = channel.path("snippet").path("customUrl").asString("").replaceFirst("^@", "");
        return handle.isEmpty() ? ReadsComments.id(channel) : handle;
    }
}
