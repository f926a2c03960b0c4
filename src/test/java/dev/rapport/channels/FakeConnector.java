package dev.rapport.channels;

import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Known;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Search;
import dev.rapport.channels.spi.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A place in memory: two messages a page, replies kept in a list, faults on demand. */
public class FakeConnector implements Connector {

    private static final String BROKEN = "\u0000broken";

    /** What goes wrong with the next replies. */
    public interface Trouble {
        /** Called before the place takes the reply. */
        default void before(Reply reply) {}

        /** Called when it has taken it. */
        default void after(Reply reply) {}
    }

    public volatile int page = 2;
    public final List<Reply> received = new CopyOnWriteArrayList<>();
    public final List<String> said = new CopyOnWriteArrayList<>();
    public final List<String> elsewhere = new CopyOnWriteArrayList<>();
    public final Map<String, String> edited = new ConcurrentHashMap<>();
    public final Set<String> deleted = ConcurrentHashMap.newKeySet();
    public volatile Trouble trouble = new Trouble() {};
    public volatile boolean remembersReplies = true;
    public volatile @Nullable Fault fetchFault;
    public volatile boolean faultOnlyAtStart;
    public volatile @Nullable Fault searchFault;

    /** The page after this place comes too soon. */
    public volatile String slowAfter = "";

    public volatile Function<Item.Unreadable, Item> repaired = kept -> kept;

    @Override
    public String kind() {
        return "fake";
    }

    @Override
    public Abilities abilities() {
        return new Abilities(true, true, true, false, 500);
    }

    public void sayBroken() {
        said.add(BROKEN);
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        enter(inbox);
        Fault fault = fetchFault;
        if (fault != null && (after == null || !faultOnlyAtStart)) {
            throw fault;
        }
        if (after != null && after.json().equals(slowAfter)) {
            throw new Fault.Slow("limit", Instant.now().plusSeconds(3600));
        }
        int from = after == null ? 0 : Integer.parseInt(after.json());
        int to = Math.min(from + page, said.size());
        List<Item> items = new ArrayList<>();
        for (int i = from; i < to; i++) {
            items.add(item(i));
        }
        return new Page(items, new Cursor(Integer.toString(to)), to < said.size());
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        enter(inbox);
        trouble.before(reply);
        received.add(reply);
        trouble.after(reply);
        return sent(reply);
    }

    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        if (!remembersReplies) {
            return Optional.empty();
        }
        boolean arrived = received.stream().anyMatch(one -> one.key().equals(reply.key()));
        return Optional.of(new Landing(arrived, arrived ? sent(reply) : null));
    }

    @Override
    public Health probe(Connection inbox) {
        boolean ok = "good".equals(inbox.secret("password"));
        return Health.of(List.of(new Health.Step("fake", ok, List.of())));
    }

    @Override
    public Item again(Connection inbox, Item.Unreadable kept) {
        return repaired.apply(kept);
    }

    @Override
    public boolean looksAgain() {
        return true;
    }

    @Override
    public List<Item> lookAgain(Connection inbox, List<Known> heard) {
        List<Item> changed = new ArrayList<>();
        for (Known known : heard) {
            String words = edited.get(known.id());
            if (deleted.contains(known.id())) {
                changed.add(new Item.Read(known.deleted()));
            } else if (words != null && !known.revision().equals(words)) {
                changed.add(new Item.Read(heard(known.id(), words, words)));
            }
        }
        return changed;
    }

    @Override
    public Set<Search.Kind> searches() {
        return Set.of(Search.Kind.WORDS);
    }

    @Override
    public Page search(Connection inbox, Search search, @Nullable Cursor after) {
        enter(inbox);
        Fault fault = searchFault;
        if (fault != null) {
            throw fault;
        }
        if (after != null && after.json().equals(slowAfter)) {
            throw new Fault.Slow("limit", Instant.now().plusSeconds(3600));
        }
        int from = after == null ? 0 : Integer.parseInt(after.json());
        List<Item> items = new ArrayList<>();
        for (int i = from; i < elsewhere.size(); i++) {
            if (elsewhere.get(i).contains(search.query())) {
                items.add(new Item.Read(heard("e" + i, elsewhere.get(i))));
            }
        }
        return new Page(items, new Cursor(Integer.toString(elsewhere.size())), false);
    }

    private static void enter(Connection inbox) {
        if ("true".equals(inbox.setting("silent"))) {
            throw new Fault.Broken("It does not answer");
        }
        if (!"good".equals(inbox.secret("password"))) {
            throw new Fault.Auth("The password is not good");
        }
    }

    private Item item(int number) {
        String text = said.get(number);
        if (text.equals(BROKEN)) {
            return new Item.Unreadable("m" + number, text.getBytes(StandardCharsets.UTF_8), "Nobody can read this");
        }
        return new Item.Read(heard("m" + number, text));
    }

    static Heard heard(String id, String text) {
        return heard(id, "", text);
    }

    static Heard heard(String id, String revision, String text) {
        return new Heard(
                id,
                revision,
                revision.isEmpty() ? Heard.Kind.SAID : Heard.Kind.EDITED,
                null,
                Author.of("fake", "amira", "amira", "Amira"),
                List.of(),
                null,
                text,
                null,
                null,
                Instant.now(),
                null,
                null,
                List.of(),
                null,
                null,
                false,
                Heard.Visibility.PRIVATE,
                null,
                null,
                null,
                null,
                Heard.Manner.PERSONAL,
                List.of());
    }

    private static Sent sent(Reply reply) {
        return new Sent("r-" + reply.key(), null, reply.writtenAt());
    }
}
