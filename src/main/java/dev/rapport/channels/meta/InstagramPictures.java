package dev.rapport.channels.meta;

import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Comments below our pictures, of which the list tells no time: a picture is looked at when its number of comments has changed.
 * Pictures that are not among the newest fifty are not looked at, nor more than the 500 newest comments of one.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media">media</a>
 * @see <a href="https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-media/comments">comments</a>
 */
record InstagramPictures(String account) implements MetaTree {

    private static final String COMMENT = "id,text,timestamp,from,hidden,parent_id";

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public Edge list() {
        return new Edge("/" + account + "/media", "fields", "id,timestamp,comments_count", "limit", "50");
    }

    @Override
    public long listedAt(JsonNode picture) {
        return saidAt(picture);
    }

    @Override
    public boolean hasNews(JsonNode picture, long since) {
        return picture.path("comments_count").asInt(1) > 0;
    }

    @Override
    public Optional<String> state(JsonNode picture) {
        return Optional.of(picture.path("comments_count").asString("")).filter(number -> !number.isEmpty());
    }

    @Override
    public Edge below(String picture) {
        String fields = COMMENT + ",replies{" + COMMENT + "}";
        return new Edge("/" + picture + "/comments", "fields", fields, "limit", "50");
    }

    @Override
    public int pages() {
        return 10;
    }

    /** Answers stand within the comment they are to, however old that is. */
    @Override
    public boolean isFlat() {
        return false;
    }

    @Override
    public List<JsonNode> messages(JsonNode comment) {
        List<JsonNode> all = new ArrayList<>(List.of(comment));
        comment.path("replies").path("data").forEach(answer -> {
            if (answer instanceof ObjectNode one) {
                all.add(one.deepCopy().put("parent_id", comment.path("id").asString("")));
            }
        });
        all.removeIf(one -> one.path("hidden").asBoolean(false));
        return all;
    }

    @Override
    public long saidAt(JsonNode comment) {
        return GraphTime.seconds(comment.path("timestamp"));
    }

    @Override
    public Item read(String picture, JsonNode comment) {
        InstagramComment said =
                Payloads.of(comment, InstagramComment.class).below(new InstagramComment.Picture(picture));
        return InstagramConnector.told(said, GraphTime.of(comment.path("timestamp")))
                .item();
    }
}
