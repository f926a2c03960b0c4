package dev.rapport.channels.forum;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Place;
import dev.rapport.channels.spi.Reach;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.channels.spi.Setup;
import dev.rapport.channels.spi.Told;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A NodeBB forum, asked for its recent posts; it has no webhooks of its own. Edits are not seen, since the list does not tell of
 * them. A reply without a number waits for a moderator.
 */
@Component
class NodebbConnector implements Connector {

    static final String KIND = "nodebb";
    static final String USER = "username";
    static final String TOKEN = "token";

    /** As many as one page of recent posts holds. */
    private static final int PAGE = 20;

    /** Further back than this many pages nothing is fetched at once. */
    private static final int MOST_PAGES = 1_000;

    private static final int LONGEST = 32_767;

    private final Calls calls;

    NodebbConnector(Calls calls) {
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
        return Optional.of(
                new Setup(KIND, false, List.of(Setup.address(Setup.SERVER), Setup.text(USER), Setup.secret(TOKEN))));
    }

    @Override
    public Optional<String> ourselves(Connection inbox) {
        return Optional.of(inbox.required(USER));
    }

    @Override
    public String host(Connection inbox) {
        return Forum.at(inbox, "/").getHost();
    }

    /** Goes back page by page to what was read last, and hands over everything newer, oldest first. */
    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        long read = after == null ? 0 : Long.parseLong(after.json());
        List<JsonNode> fresh = new ArrayList<>();
        boolean isReached = false;
        for (int page = 1; !isReached; page++) {
            if (page > MOST_PAGES) {
                throw new Fault.Broken("More was posted than can be caught up page by page. Import the posts by file.");
            }
            List<JsonNode> recent = recent(inbox, page);
            recent.stream().filter(post -> id(post) > read).forEach(fresh::add);
            isReached = after == null || recent.size() < PAGE || recent.stream().anyMatch(post -> id(post) <= read);
        }
        List<Item> items = new ArrayList<>();
        fresh.stream()
                .sorted(Comparator.comparingLong(NodebbConnector::id))
                .forEach(node -> items.add(item(inbox, node)));
        long newest = fresh.stream().mapToLong(NodebbConnector::id).max().orElse(read);
        return new Page(items, new Cursor(Long.toString(newest)), false);
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        String answered = reply.inReplyTo();
        if (answered == null) {
            throw new Fault.Refused("Only a post of the forum can be answered.");
        }
        NodebbPost parent = Payloads.of(
                        Forum.ask(calls, with(inbox, Call.get(Forum.at(inbox, "/api/v3/posts/" + answered)))),
                        NodebbPost.Single.class)
                .response();
        if (parent == null) {
            throw new Fault.Refused("The post that is answered is not there any more.");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("content", reply.text());
        body.put("toPid", parent.pid());
        Answer answer = calls.ok(with(inbox, Call.post(Forum.at(inbox, "/api/v3/topics/" + parent.tid()), body)));
        NodebbPost.Created.Response created =
                Payloads.of(answer, NodebbPost.Created.class).response();
        Long pid = created == null ? null : created.pid();
        if (created == null || pid == null) {
            throw Fault.Unsure.pending("It waits for a moderator.");
        }
        Long at = created.timestamp();
        return new Sent(
                Long.toString(pid), link(inbox, pid), at == null ? reply.writtenAt() : Instant.ofEpochMilli(at));
    }

    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        for (JsonNode node : recent(inbox, 1)) {
            NodebbPost post = read(node);
            NodebbPost.User user = post.user();
            boolean ours = user != null && inbox.required(USER).equalsIgnoreCase(String.valueOf(user.username()));
            Instant at = Instant.ofEpochMilli(post.timestamp());
            boolean later = !at.isBefore(reply.writtenAt().minusSeconds(1));
            if (ours
                    && later
                    && reply.text()
                            .strip()
                            .equals(String.valueOf(post.content()).strip())) {
                return Optional.of(new Landing(true, new Sent(Long.toString(post.pid()), link(inbox, post.pid()), at)));
            }
        }
        return Optional.empty();
    }

    @Override
    public Health probe(Connection inbox) {
        String user = inbox.required(USER);
        try {
            NodebbPost.Self self = Payloads.of(
                    Forum.ask(calls, with(inbox, Call.get(Forum.at(inbox, "/api/self")))), NodebbPost.Self.class);
            boolean same = user.equalsIgnoreCase(String.valueOf(self.username()));
            String seen = same ? user : "The key belongs to “" + self.username() + "”.";
            int posts = recent(inbox, 1).size();
            return Health.of(List.of(
                    new Health.Step("forum.user", same, List.of(user, seen)),
                    new Health.Step("forum.posts", true, List.of(Integer.toString(posts)))));
        } catch (Fault fault) {
            return Health.of(
                    List.of(new Health.Step("forum.user", false, List.of(user, String.valueOf(fault.getMessage())))));
        }
    }

    @Override
    public Item again(Connection inbox, Item.Unreadable kept) {
        return item(inbox, JsonMapper.shared().readTree(kept.raw()));
    }

    private List<JsonNode> recent(Connection inbox, int page) {
        Call call = with(inbox, Call.get(Forum.at(inbox, "/api/recent/posts?page=" + page)));
        List<JsonNode> posts = new ArrayList<>();
        Forum.ask(calls, call).json().forEach(posts::add);
        return posts;
    }

    private static Item item(Connection inbox, JsonNode node) {
        try {
            return told(inbox, read(node));
        } catch (Fault.Broken unreadable) {
            byte[] raw = node.toString().getBytes(StandardCharsets.UTF_8);
            return new Item.Unreadable(Long.toString(id(node)), raw, String.valueOf(unreadable.getMessage()));
        }
    }

    private static Item told(Connection inbox, NodebbPost post) {
        NodebbPost.User user = post.user();
        NodebbPost.Topic topic = post.topic();
        NodebbPost.Category category = post.category();
        Long toPid = post.toPid();
        Instant at = Instant.ofEpochMilli(post.timestamp());
        Author author = user == null
                ? Author.of(Forum.network(KIND, inbox), String.valueOf(post.uid()), null, null)
                : Author.of(Forum.network(KIND, inbox), Long.toString(user.uid()), user.username(), user.displayname());
        Told told = Told.by(author, Long.toString(post.pid()), at)
                .says(post.content())
                .titled(topic == null ? null : topic.title())
                .at(link(inbox, post.pid()))
                .in(category == null ? null : new Place("category", Long.toString(category.cid()), category.name()))
                .answering(toPid == null ? null : Long.toString(toPid))
                .within("topic:" + post.tid())
                .reached(new Reach(post.upvotes(), null, post.replies(), null, at));
        return post.isDeleted() ? told.deleted().item() : told.item();
    }

    private static NodebbPost read(JsonNode node) {
        try {
            return JsonMapper.shared().treeToValue(node, NodebbPost.class);
        } catch (JacksonException e) {
            throw new Fault.Broken("The post cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static long id(JsonNode post) {
        return post.path("pid").asLong(0);
    }

    private static String link(Connection inbox, long pid) {
        return Forum.server(inbox) + "/post/" + pid;
    }

    private static Call with(Connection inbox, Call call) {
        return call.bearer(inbox.secret(TOKEN));
    }
}
