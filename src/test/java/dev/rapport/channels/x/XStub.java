package dev.rapport.channels.x;

import static dev.rapport.channels.x.XPost.User.SOLVANE;

import dev.rapport.cast.Person;
import dev.rapport.channels.KeyedStub;
import dev.rapport.channels.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * X as its API's pages have it (https://docs.x.com/x-api), for an app that reads what mentions the house and answers it.
 * What those pages leave open is said where it is played.
 */
final class XStub extends KeyedStub {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long EPOCH_OF_IDS = 1_288_834_974_657L;

    final XTokens tokens = new XTokens();
    final XLimits limits = new XLimits();

    /** How many mentions can be walked back to. */
    int depth = 800;

    /** What recent search does not show yet when nothing is said of times; X's pages say 30 seconds. */
    Duration searchLag = Duration.ZERO;

    private final NavigableMap<Long, XPost> versions = new TreeMap<>();
    private final XReads reads = new XReads(this);
    private final XWrites writes = new XWrites(this);
    private Duration ahead = Duration.ZERO;
    private @Nullable Said refusal;

    /** A customer mentions the house; the words stand as given, without the handle that a real mention has in them. */
    XPost say(String text) {
        return add(XPost.User.of(Person.MAREN), StringNode.valueOf(text), null, true);
    }

    XPost say(Person person, String text) {
        return add(XPost.User.of(person), StringNode.valueOf(text), null, true);
    }

    /** An answer to a post; it is a mention when the house said that one, or is named in the words. */
    XPost answer(Person person, XPost to, String text) {
        boolean mentions = to.author().equals(SOLVANE) || text.contains("@" + SOLVANE.username());
        return add(XPost.User.of(person), StringNode.valueOf(text), to, mentions);
    }

    /** Somebody speaks of the house without naming its handle: a search finds it, an answer is refused. */
    XPost overheard(String text) {
        return add(XPost.User.of(Person.TOMAS), StringNode.valueOf(text), null, false);
    }

    /** A mention whose text is no text. */
    XPost sayBroken() {
        return add(XPost.User.of(Person.MAREN), JSON.createObjectNode().put("lost", true), null, true);
    }

    /** The house says something by itself. */
    XPost publish(String text) {
        return add(SOLVANE, StringNode.valueOf(text), null, false);
    }

    @Override
    public void edit(String text, String words) {
        XPost was = named(text);
        put(new XPost(
                nextId(),
                was.versions(),
                was.author(),
                StringNode.valueOf(words),
                was.at(),
                was.answers(),
                was.conversation(),
                was.summons()));
    }

    /** Deleting one wording deletes all of them. */
    @Override
    public void delete(String text) {
        named(text).versions().forEach(versions::remove);
    }

    @Override
    public int received(String text) {
        return (int) latest().filter(
                        post -> post.author().equals(SOLVANE) && post.words().equals(text))
                .count();
    }

    /** Time goes by; the window of the limits, too. */
    void passes(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public void expire() {
        tokens.expire();
    }

    @Override
    public void tooFastNext() {
        long reset = now().plus(Duration.ofMinutes(15)).getEpochSecond();
        Said said = XProblems.tooFast();
        fails(
                said.status(),
                Map.of(
                        "x-rate-limit-limit", "300",
                        "x-rate-limit-remaining", "0",
                        "x-rate-limit-reset", Long.toString(reset)),
                said.body());
    }

    /** From now on the month's reads are used up. */
    void cap() {
        refusal = XProblems.capped();
    }

    /** From now on what was paid is used up. */
    void spend() {
        refusal = XProblems.outOfCredits();
    }

    @Override
    protected Said answer(Asked asked) {
        if (asked.path().equals("/2/oauth2/token") && asked.method().equals("POST")) {
            return tokens.renew(asked);
        }
        String route = asked.method() + " " + asked.path().replaceAll("/users/\\d+/", "/users/:id/");
        if (!limits.knows(route)) {
            return XProblems.notFound();
        }
        if (!tokens.isGood(asked)) {
            return XProblems.unauthorized();
        }
        boolean inTime = limits.take(route, now());
        return limits.onto(route, inTime ? permitted(route, asked) : XProblems.tooFast());
    }

    private Said permitted(String route, Asked asked) {
        if (refusal != null) {
            return refusal;
        }
        boolean writing = route.startsWith("POST");
        if (!tokens.scopes.containsAll(List.of("tweet.read", "users.read"))
                || writing && !tokens.scopes.contains("tweet.write")) {
            return XProblems.forbidden("Forbidden");
        }
        return writing ? writes.create(asked) : reads.answer(route, asked, Parameters.of(asked));
    }

    Instant now() {
        return Instant.now().plus(ahead);
    }

    NavigableMap<Long, XPost> versions() {
        return versions;
    }

    Stream<XPost> latest() {
        return versions.descendingMap().values().stream().filter(XPost::isLatest);
    }

    XPost add(XPost.User author, JsonNode text, @Nullable XPost answers, boolean summons) {
        long id = nextId();
        long conversation = answers == null ? id : answers.conversation();
        return put(new XPost(id, new ArrayList<>(), author, text, now(), answers, conversation, summons));
    }

    private XPost put(XPost post) {
        post.versions().add(post.id());
        versions.put(post.id(), post);
        return post;
    }

    /** Ids tell the time and are never given twice. */
    private long nextId() {
        long id = idAt(now());
        return versions.isEmpty() ? id : Math.max(id, versions.lastKey() + 1);
    }

    static long idAt(Instant time) {
        return time.toEpochMilli() - EPOCH_OF_IDS << 22;
    }

    private XPost named(String text) {
        return latest().filter(post -> post.words().equals(text)).findFirst().orElseThrow();
    }
}
