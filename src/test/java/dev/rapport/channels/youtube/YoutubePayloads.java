package dev.rapport.channels.youtube;

import static dev.rapport.channels.youtube.YoutubeComment.Channel.SOLVANE;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Writes comments and threads as https://developers.google.com/youtube/v3/docs/comments#resource-representation and
 * https://developers.google.com/youtube/v3/docs/commentThreads#resource-representation have them. What somebody else wrote
 * has no {@code textOriginal}; {@code textDisplay} is HTML unless plain text was asked for. The pages do not say which
 * replies come with a thread nor how many ("a limited number"): the five newest here.
 */
final class YoutubePayloads {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int REPLIES = 5;

    private YoutubePayloads() {}

    static ObjectNode thread(YoutubeComment top, List<YoutubeComment> replies, List<String> parts, boolean plain) {
        ObjectNode node = resource("youtube#commentThread", top.id);
        if (parts.contains("snippet")) {
            ObjectNode snippet = node.putObject("snippet");
            snippet.put("channelId", SOLVANE.id()).put("videoId", top.video);
            snippet.set("topLevelComment", comment(top, List.of("snippet"), plain, true));
            snippet.put("canReply", true).put("totalReplyCount", replies.size()).put("isPublic", true);
        }
        if (parts.contains("replies") && !replies.isEmpty()) {
            ArrayNode list = node.putObject("replies").putArray("comments");
            replies.stream().limit(REPLIES).forEach(reply -> list.add(comment(reply, List.of("snippet"), plain, true)));
        }
        return node;
    }

    static ObjectNode comment(YoutubeComment comment, List<String> parts, boolean plain, boolean moderated) {
        ObjectNode node = resource("youtube#comment", comment.id);
        if (!parts.contains("snippet")) {
            return node;
        }
        ObjectNode snippet = node.putObject("snippet");
        snippet.put("channelId", SOLVANE.id()).put("videoId", comment.video);
        snippet.set("textDisplay", plain ? comment.text : html(comment.text));
        if (comment.author.equals(SOLVANE)) {
            snippet.set("textOriginal", comment.text);
        }
        if (comment.parent != null) {
            snippet.put("parentId", comment.parent.id);
        }
        snippet.put("authorDisplayName", comment.author.handle());
        snippet.put("authorProfileImageUrl", "https://yt3.example.com/" + comment.author.handle() + "=s48");
        snippet.put("authorChannelUrl", "http://www.youtube.com/" + comment.author.handle());
        snippet.putObject("authorChannelId").put("value", comment.author.id());
        snippet.put("canRate", true).put("viewerRating", "none").put("likeCount", 3);
        if (moderated) {
            snippet.put("moderationStatus", comment.isHeld ? "heldForReview" : "published");
        }
        snippet.put("publishedAt", time(comment.publishedAt)).put("updatedAt", time(comment.updatedAt));
        return node;
    }

    static ObjectNode channel() {
        ObjectNode node = resource("youtube#channel", SOLVANE.id());
        node.putObject("snippet").put("title", "Solvane").put("customUrl", SOLVANE.handle());
        node.putObject("contentDetails")
                .putObject("relatedPlaylists")
                .put("uploads", "UU" + SOLVANE.id().substring(2));
        return node;
    }

    static ObjectNode video(String id, String title) {
        ObjectNode node = resource("youtube#video", id);
        node.putObject("snippet")
                .put("publishedAt", "2026-10-01T09:00:00Z")
                .put("channelId", SOLVANE.id())
                .put("title", title)
                .put("channelTitle", "Solvane");
        return node;
    }

    private static ObjectNode resource(String kind, String id) {
        ObjectNode node = JSON.createObjectNode();
        return node.put("kind", kind)
                .put("etag", "etag-" + Integer.toHexString(id.hashCode()))
                .put("id", id);
    }

    private static JsonNode html(JsonNode text) {
        if (!text.isString()) {
            return text;
        }
        return StringNode.valueOf(text.stringValue()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("\n", "<br>"));
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
