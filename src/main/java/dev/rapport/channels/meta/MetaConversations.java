package dev.rapport.channels.meta;

import dev.rapport.channels.spi.Item;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Direct messages of Messenger or Instagram. Meta's reference says of a message's id that it comes from the conversation or from
 * webhooks: so both are the same. Not tried against the live service.
 *
 * @param node whose conversations they are: the page, or {@code me} for the page behind an Instagram account
 * @param ours our id there, which our own words carry
 * @param atOnce how many messages are asked for
 * @param pages how many pages of them; Meta tells details of Instagram's 20 newest only
 * @see <a href="https://developers.facebook.com/docs/messenger-platform/conversations">conversations</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/v24.0/message">message</a>
 */
record MetaConversations(String platform, String node, String network, String ours, int atOnce, int pages)
        implements MetaTree {

    private static final String FIELDS =
            "id,created_time,from,to,message,attachments{name,mime_type,size,image_data,video_data,file_url}";

    static MetaConversations ofMessenger(String page) {
        return new MetaConversations("messenger", page, FacebookConnector.KIND, page, 100, 100);
    }

    static MetaConversations ofInstagram(String account) {
        return new MetaConversations("instagram", "me", InstagramConnector.KIND, account, 20, 1);
    }

    @Override
    public String name() {
        return "conversations";
    }

    @Override
    public Edge list() {
        return new Edge(
                "/" + node + "/conversations", "platform", platform, "fields", "id,updated_time", "limit", "100");
    }

    @Override
    public long listedAt(JsonNode conversation) {
        return GraphTime.seconds(conversation.path("updated_time"));
    }

    @Override
    public boolean hasNews(JsonNode conversation, long since) {
        long changed = listedAt(conversation);
        return changed == 0 || changed >= since;
    }

    @Override
    public Edge below(String conversation) {
        return new Edge("/" + conversation + "/messages", "fields", FIELDS, "limit", Integer.toString(atOnce));
    }

    /** Of older messages Meta tells the id and nothing else. */
    @Override
    public List<JsonNode> messages(JsonNode message) {
        return message.path("created_time").isMissingNode() ? List.of() : List.of(message);
    }

    @Override
    public long saidAt(JsonNode message) {
        return GraphTime.seconds(message.path("created_time"));
    }

    /** Older ids begin with {@code mid.} in webhooks and with {@code m_mid.} here. */
    @Override
    public String id(JsonNode message) {
        String id = message.path("id").asString("");
        return id.startsWith("m_mid.") ? id.substring(2) : id;
    }

    @Override
    public Item read(String conversation, JsonNode message) {
        return MetaDirect.fetched(network, ours, id(message), message).item();
    }
}
