package dev.rapport.channels.reddit;

import dev.rapport.cast.Person;
import dev.rapport.channels.KeyedStub;
import dev.rapport.channels.Parameters;
import dev.rapport.channels.reddit.RedditThing.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * Reddit's API for an app that has signed in, from https://www.reddit.com/dev/api and
 * https://support.reddithelp.com/hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki: listings newest first, scopes as
 * each endpoint names them, a descriptive User-Agent. Parameters it does not know Reddit passes over, and a limit above
 * 100 it takes for 100 (r2/lib/validator); so does this. Reddit names no body for 401, 403 and 404, and no status for a
 * careless User-Agent ("drastically limited"): 429 here. That a slice is empty once its anchor has gone is known from
 * client libraries only.
 */
final class RedditStub extends KeyedStub {

    static final String ME = "SolvaneCare";
    static final String HOME = "solvane";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern AGENT = Pattern.compile("[^:\\s]+:[^:\\s]+:\\S+ \\(by /u/[\\w-]+\\)");

    final RedditTokens tokens = new RedditTokens();
    final RedditLimits limits = new RedditLimits();

    /** How far back a listing goes. */
    int depth = 1000;

    private final RedditReads reads = new RedditReads(this);
    private final RedditWrites writes = new RedditWrites(this);
    private final Map<String, RedditThing> things = new LinkedHashMap<>();
    private final RedditThing standing;
    private Duration ahead = Duration.ZERO;
    private long lastId = 2_000_000_000L;

    RedditStub() {
        standing = add("t3", Person.TOMAS.firstName(), HOME, "The Halo 10", "Say what you think of it.", null);
        standing.isOutOfReach = true;
    }

    /** A customer comments in the house's subreddit. */
    RedditThing say(String text) {
        return add("t1", "maren_holt", HOME, "", text, standing);
    }

    RedditThing post(String subreddit, String title, String text) {
        return add("t3", "tomas_lindqvist", subreddit, title, text, null);
    }

    /** Somebody answers; when it answers the house, it is in the inbox as well. */
    RedditThing answer(RedditThing to, String text) {
        RedditThing made = add("t1", "maren_holt", to.subreddit, "", text, to);
        return to.author.equals(ME) ? arrive(made, to.kind.equals("t1") ? "comment_reply" : "post_reply") : made;
    }

    /** A comment elsewhere that names the house. */
    RedditThing mention(String text) {
        RedditThing where = add("t3", "idris_okafor", "headphones", "Which ones?", "", null);
        where.isOutOfReach = true;
        return arrive(add("t1", "noor_haddad", "headphones", "", text, where), "username_mention");
    }

    /** A private message. */
    RedditThing write(String subject, String text) {
        return arrive(add("t4", "leila_benali", "", subject, text, null), "unknown");
    }

    /** A comment whose text is no text. */
    RedditThing sayBroken() {
        RedditThing made = say("");
        made.body = JSON.createObjectNode().put("lost", true);
        return made;
    }

    /** Nobody edits in the second of writing. */
    @Override
    public void edit(String text, String words) {
        RedditThing thing = named(text);
        thing.body = StringNode.valueOf(words);
        thing.edited = now().isAfter(thing.at.plusSeconds(1)) ? now() : thing.at.plusSeconds(1);
    }

    /** By its author. */
    @Override
    public void delete(String text) {
        named(text).fate = Fate.DELETED;
    }

    /** By a moderator. */
    void remove(String text) {
        named(text).fate = Fate.REMOVED;
    }

    @Override
    public int received(String text) {
        return (int) things.values().stream()
                .filter(thing -> thing.author.equals(ME) && thing.words().equals(text))
                .count();
    }

    void passes(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public void expire() {
        tokens.expire();
    }

    @Override
    public void tooFastNext() {
        Said said = RedditLimits.tooFast();
        Map<String, String> headers =
                Map.of("X-Ratelimit-Used", "1001", "X-Ratelimit-Remaining", "0.0", "X-Ratelimit-Reset", "240");
        fails(said.status(), headers, said.body());
    }

    /** The next comment is refused: the account writes too much. */
    void pauseNextComment(Duration time) {
        writes.pauseNext(time);
    }

    @Override
    protected Said answer(Asked asked) {
        if (!AGENT.matcher(asked.headers().getOrDefault("user-agent", "")).matches()) {
            return RedditLimits.tooFast();
        }
        if (asked.path().equals("/api/v1/access_token")) {
            return tokens.renew(asked);
        }
        boolean inTime = limits.take(now());
        Said said = inTime ? known(asked) : RedditLimits.tooFast();
        boolean raw = Parameters.of(asked).get("raw_json").equals("1")
                || Parameters.ofForm(asked).get("raw_json").equals("1");
        return limits.onto(raw ? said : new Said(said.status(), said.headers(), escaped(said.body())), now());
    }

    private Said known(Asked asked) {
        return tokens.isGood(asked) ? permitted(asked) : challenge(401, "Unauthorized", "invalid_token");
    }

    private Said permitted(Asked asked) {
        String path = asked.path().replaceFirst("(\\.json|/)$", "");
        String scope = RedditReads.scope(asked.method(), path);
        if (scope == null) {
            return refusal(404, "Not Found");
        }
        if (!tokens.scopes.contains(scope)) {
            return challenge(403, "Forbidden", "insufficient_scope");
        }
        return path.equals("/api/comment") ? writes.comment(asked) : reads.answer(asked, path);
    }

    List<RedditThing> newestFirst() {
        return new ArrayList<>(things.values()).reversed();
    }

    @Nullable
    RedditThing find(String name) {
        return things.get(name);
    }

    RedditThing answered(RedditThing parent, String text) {
        boolean message = parent.kind.equals("t4");
        String subject = parent.title.startsWith("re: ") ? parent.title : "re: " + parent.title;
        return add(message ? "t4" : "t1", ME, parent.subreddit, message ? subject : "", text, parent);
    }

    static Said refusal(int status, String message) {
        return Said.of(status, "{\"message\": \"" + message + "\", \"error\": " + status + "}");
    }

    private static Said challenge(int status, String message, String error) {
        return new Said(
                status,
                Map.of("WWW-Authenticate", "Bearer realm=\"reddit\", error=\"" + error + "\""),
                refusal(status, message).body());
    }

    /** Reddit's habit where {@code raw_json=1} was not asked for. */
    private static String escaped(String body) {
        return body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private RedditThing add(
            String kind, String author, String subreddit, String title, String text, @Nullable RedditThing parent) {
        JsonNode body = StringNode.valueOf(text);
        RedditThing thing =
                new RedditThing(kind, Long.toString(++lastId, 36), author, subreddit, title, body, now(), parent);
        things.put(thing.name(), thing);
        return thing;
    }

    private static RedditThing arrive(RedditThing thing, String how) {
        thing.arrival = how;
        thing.isNew = true;
        return thing;
    }

    private RedditThing named(String text) {
        return things.values().stream()
                .filter(thing -> thing.words().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private Instant now() {
        return Instant.now().plus(ahead);
    }
}
