package dev.rapport.channels.forum;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Place;
import dev.rapport.channels.spi.Reach;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.channels.spi.Receiver;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.channels.spi.Setup;
import dev.rapport.channels.spi.Told;
import dev.rapport.shared.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Discourse forum. Its webhooks tell of new posts, edits and deletions; what they missed is fetched from the list of the latest
 * posts. A reply that a moderator has to see first is pending until it stands there.
 */
@Component
class DiscourseConnector implements Receiver {

    static final String KIND = "discourse";
    static final String USER = "username";
    static final String KEY = "api-key";
    static final String SIGNING = "signing";

    /** {@code /posts.json?before=n} gives the posts whose numbers are n and up to 49 lower. */
    private static final int WINDOW = 50;

    private static final int LONGEST = 32_000;

    private final Calls calls;

    DiscourseConnector(Calls calls) {
        this.calls = calls;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Abilities abilities() {
        return new Abilities(true, true, false, false, LONGEST);
    }

    @Override
    public Optional<Setup> setup() {
        return Optional.of(new Setup(
                KIND,
                false,
                List.of(Setup.address(Setup.SERVER), Setup.text(USER), Setup.secret(KEY), Setup.made(SIGNING))));
    }

    @Override
    public Optional<String> ourselves(Connection inbox) {
        return Optional.of(inbox.required(USER));
    }

    @Override
    public String host(Connection inbox) {
        return Forum.at(inbox, "/").getHost();
    }

    @Override
    public Receipt receive(Connection inbox, Delivery delivery) {
        List<String> secrets = inbox.eitherSecret(SIGNING);
        if (secrets.isEmpty()) {
            return new Receipt.Inert();
        }
        Optional<byte[]> given = Hmac.hex(delivery.header("X-Discourse-Event-Signature"), "sha256=");
        if (given.isEmpty()) {
            return new Receipt.Refused("The header X-Discourse-Event-Signature is needed.");
        }
        boolean good =
                secrets.stream().anyMatch(secret -> Hmac.same(Hmac.sha256(secret, delivery.body()), given.get()));
        return good
                ? new Receipt.Genuine(delivery.header("X-Discourse-Event-Id"))
                : new Receipt.Refused("The signature is wrong.");
    }

    @Override
    public Interpreted interpret(Connection inbox, Delivery delivery) {
        String event = String.valueOf(delivery.header("X-Discourse-Event"));
        if (event.equals("ping")) {
            return Interpreted.of(List.of());
        }
        DiscoursePost post =
                Payloads.of(delivery.body(), DiscoursePost.Event.class).post();
        if (post == null || !event.startsWith("post_")) {
            return Interpreted.unrouted("The event “" + event + "” is not about a post.");
        }
        return switch (event) {
            case "post_created", "post_edited" ->
                Interpreted.of(post.isSaid() ? List.of(item(inbox, post)) : List.of());
            case "post_destroyed" ->
                Interpreted.of(List.of(told(inbox, post).deleted().item()));
            case "post_recovered" -> Interpreted.of(List.of());
            default -> Interpreted.unrouted("The event “" + event + "” is not known here.");
        };
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        List<JsonNode> newest = latest(inbox, null);
        long head = newest.stream().mapToLong(DiscourseConnector::id).max().orElse(0);
        long read = after == null ? Math.max(0, head - WINDOW) : Long.parseLong(after.json());
        if (head <= read) {
            return new Page(List.of(), new Cursor(Long.toString(read)), false);
        }
        long next = Math.min(read + WINDOW, head);
        List<Item> items = new ArrayList<>();
        (next == head ? newest : latest(inbox, next))
                .stream()
                        .filter(post -> id(post) > read && id(post) <= next)
                        .sorted(Comparator.comparingLong(DiscourseConnector::id))
                        .forEach(post -> add(items, inbox, post));
        return new Page(items, new Cursor(Long.toString(next)), next < head);
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        String answered = reply.inReplyTo();
        if (answered == null) {
            throw new Fault.Refused("Only a post of the forum can be answered.");
        }
        DiscoursePost parent = Payloads.of(
                Forum.ask(calls, with(inbox, Call.get(Forum.at(inbox, "/posts/" + answered + ".json")))),
                DiscoursePost.class);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("raw", reply.text());
        body.put("topic_id", parent.topicId());
        body.put("reply_to_post_number", parent.postNumber());
        Answer answer = calls.ok(with(inbox, Call.post(Forum.at(inbox, "/posts.json"), body)));
        DiscoursePost.Created created = Payloads.of(answer, DiscoursePost.Created.class);
        Long id = created.id();
        if (id == null) {
            throw Fault.Unsure.pending("It waits for a moderator.");
        }
        String link = Forum.server(inbox) + "/t/" + created.topicId() + "/" + created.postNumber();
        return new Sent(Long.toString(id), link, created.createdAt() == null ? reply.writtenAt() : created.createdAt());
    }

    /** What stands among the latest posts has arrived; what does not may wait for a moderator, so that nothing else can be told. */
    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        for (JsonNode node : latest(inbox, null)) {
            DiscoursePost post = read(node);
            boolean ours = post.username().equalsIgnoreCase(inbox.required(USER));
            boolean later = !post.createdAt().isBefore(reply.writtenAt().minusSeconds(1));
            if (ours
                    && later
                    && reply.text().strip().equals(String.valueOf(post.raw()).strip())) {
                return Optional.of(
                        new Landing(true, new Sent(Long.toString(post.id()), link(inbox, post), post.createdAt())));
            }
        }
        return Optional.empty();
    }

    @Override
    public Health probe(Connection inbox) {
        String user = inbox.required(USER);
        try {
            Forum.ask(calls, with(inbox, Call.get(Forum.at(inbox, "/u/" + user + ".json"))));
            int posts = latest(inbox, null).size();
            return Health.of(List.of(
                    new Health.Step("forum.user", true, List.of(user)),
                    new Health.Step("forum.posts", true, List.of(Integer.toString(posts)))));
        } catch (Fault fault) {
            return Health.of(
                    List.of(new Health.Step("forum.user", false, List.of(user, String.valueOf(fault.getMessage())))));
        }
    }

    /** The bytes of one post, as it came. */
    @Override
    public Item again(Connection inbox, Item.Unreadable kept) {
        List<Item> items = new ArrayList<>();
        add(items, inbox, JsonMapper.shared().readTree(kept.raw()));
        return items.isEmpty() ? kept : items.getFirst();
    }

    private List<JsonNode> latest(Connection inbox, @Nullable Long before) {
        String path = before == null ? "/posts.json" : "/posts.json?before=" + before;
        JsonNode posts = Forum.ask(calls, with(inbox, Call.get(Forum.at(inbox, path))))
                .json()
                .path("latest_posts");
        List<JsonNode> all = new ArrayList<>();
        posts.forEach(all::add);
        return all;
    }

    private void add(List<Item> items, Connection inbox, JsonNode node) {
        try {
            DiscoursePost post = read(node);
            if (post.isSaid()) {
                items.add(item(inbox, post));
            }
        } catch (Fault.Broken unreadable) {
            byte[] raw = node.toString().getBytes(StandardCharsets.UTF_8);
            items.add(new Item.Unreadable(Long.toString(id(node)), raw, String.valueOf(unreadable.getMessage())));
        }
    }

    private static DiscoursePost read(JsonNode node) {
        try {
            return JsonMapper.shared().treeToValue(node, DiscoursePost.class);
        } catch (JacksonException e) {
            throw new Fault.Broken("The post cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static long id(JsonNode post) {
        return post.path("id").asLong(0);
    }

    private Item item(Connection inbox, DiscoursePost post) {
        Told told = told(inbox, post);
        if (post.isDeleted()) {
            return told.deleted().item();
        }
        Integer version = post.version();
        return version == null || version <= 1
                ? told.item()
                : told.edited("v" + version).item();
    }

    private static Told told(Connection inbox, DiscoursePost post) {
        String author = post.userId() == null ? post.username().toLowerCase(Locale.ROOT) : Long.toString(post.userId());
        boolean isPrivate = "private_message".equals(post.topicArchetype());
        Long category = post.categoryId();
        Instant counted = post.updatedAt() == null ? post.createdAt() : post.updatedAt();
        return Told.by(
                        Author.of(Forum.network(KIND, inbox), author, post.username(), post.name()),
                        Long.toString(post.id()),
                        post.createdAt())
                .says(post.raw() == null ? post.cooked() : post.raw())
                .html(post.cooked())
                .titled(post.topicTitle())
                .at(link(inbox, post))
                .in(category == null ? null : new Place("category", Long.toString(category), post.categorySlug()))
                .within("topic:" + post.topicId())
                .privately(isPrivate)
                .reached(new Reach(null, null, post.replyCount(), post.reads(), counted));
    }

    private static String link(Connection inbox, DiscoursePost post) {
        String slug = post.topicSlug() == null ? "-" : post.topicSlug();
        return Forum.server(inbox) + "/t/" + slug + "/" + post.topicId() + "/" + post.postNumber();
    }

    private static Call with(Connection inbox, Call call) {
        return call.with("Api-Key", inbox.secret(KEY)).with("Api-Username", inbox.required(USER));
    }
}
