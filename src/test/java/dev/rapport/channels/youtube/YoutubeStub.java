package dev.rapport.channels.youtube;

import static dev.rapport.channels.youtube.YoutubeComment.Channel.SOLVANE;

import dev.rapport.cast.Person;
import dev.rapport.channels.KeyedStub;
import dev.rapport.channels.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * YouTube's Data API as its pages have it (https://developers.google.com/youtube/v3/docs), for a channel that reads the
 * comments under its videos and answers them, with the 10,000 units of a day that
 * https://developers.google.com/youtube/v3/determine_quota_cost counts: 1 for a list, 50 for a comment, and 1 for a call
 * that was wrong.
 */
final class YoutubeStub extends KeyedStub {

    /** For calls that nobody has signed in for. */
    static final String KEY = "AIzaSolvane";

    static final String VIDEO = "halo10video";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final String API = "/youtube/v3/";

    final YoutubeTokens tokens = new YoutubeTokens();
    final Map<String, String> videos = new LinkedHashMap<>(Map.of(VIDEO, "Halo 10: first steps"));

    /** Videos whose comments are switched off. */
    final Set<String> silenced = new TreeSet<>();

    /** Units a day. */
    int quota = 10_000;

    /** Whether one id that is gone refuses a lookup, as its page says; left out, as it is seen, otherwise. */
    boolean refusesMissing;

    private final Map<String, YoutubeComment> comments = new LinkedHashMap<>();
    private final Map<String, List<YoutubeComment>> replies = new HashMap<>();
    private final YoutubeReads reads = new YoutubeReads(this);
    private final YoutubeWrites writes = new YoutubeWrites(this);
    private Duration ahead = Duration.ZERO;
    private LocalDate day = LocalDate.EPOCH;
    private int units;
    private int lastId;

    /** A customer comments under the video. */
    YoutubeComment say(String text) {
        return say(Person.MAREN, VIDEO, text);
    }

    YoutubeComment say(Person person, String video, String text) {
        return add(YoutubeComment.Channel.of(person), video, null, text);
    }

    YoutubeComment answer(Person person, YoutubeComment to, String text) {
        return add(YoutubeComment.Channel.of(person), to.video, to, text);
    }

    /** A comment that waits for a moderator. */
    YoutubeComment hold(String text) {
        YoutubeComment made = say(text);
        made.isHeld = true;
        return made;
    }

    /** A comment whose text is no text. */
    YoutubeComment sayBroken() {
        YoutubeComment made = say("");
        made.text = JSON.createObjectNode().put("lost", true);
        return made;
    }

    /** Nobody edits in the second of writing. */
    @Override
    public void edit(String text, String words) {
        YoutubeComment comment = named(text);
        comment.text = StringNode.valueOf(words);
        Instant least = comment.publishedAt.plusSeconds(1);
        comment.updatedAt = now().isAfter(least) ? now() : least;
    }

    /** With it go its replies. */
    @Override
    public void delete(String text) {
        YoutubeComment comment = named(text);
        comments.values().removeIf(other -> other == comment || other.parent == comment);
        replies.values().forEach(list -> list.remove(comment));
        replies.remove(comment.id);
    }

    @Override
    public int received(String text) {
        return (int) comments.values().stream()
                .filter(comment -> comment.author.equals(SOLVANE))
                .filter(comment -> comment.words().equals(text))
                .count();
    }

    /** Time goes by; the units of a day come back at midnight, Pacific time. */
    void passes(Duration time) {
        ahead = ahead.plus(time);
    }

    int units() {
        return units;
    }

    /** The next call finds the day's units used up. */
    void quotaExceededNext() {
        Said said = YoutubeProblems.quotaExceeded();
        fails(said.status(), said.headers(), said.body());
    }

    @Override
    public void expire() {
        tokens.expire();
    }

    @Override
    public void tooFastNext() {
        Said said = YoutubeProblems.tooFast();
        fails(said.status(), said.headers(), said.body());
    }

    @Override
    protected Said answer(Asked asked) {
        if (asked.path().equals("/token") && asked.method().equals("POST")) {
            return tokens.renew(asked);
        }
        boolean writing = asked.method().equals("POST");
        if (!take(writing ? 50 : 1)) {
            return YoutubeProblems.quotaExceeded();
        }
        Said said = permitted(asked, writing);
        if (writing && said.status() >= 400) {
            units -= 49;
        }
        return said;
    }

    private Said permitted(Asked asked, boolean writing) {
        boolean signedIn = tokens.isGood(asked);
        boolean keyed = !asked.headers().containsKey("authorization")
                && Parameters.of(asked).get("key").equals(KEY);
        if (!signedIn && (writing || !keyed)) {
            return asked.headers().containsKey("authorization")
                    ? YoutubeProblems.unauthorized()
                    : YoutubeProblems.refused("forbidden", "The request is missing a valid API key.");
        }
        if (signedIn
                && !tokens.scopes.contains(YoutubeTokens.WRITE)
                && (writing || !tokens.scopes.contains(YoutubeTokens.READ))) {
            return YoutubeProblems.missingScope();
        }
        Parameters query = Parameters.of(asked);
        if (query.has("moderationStatus") && !signedIn) {
            return YoutubeProblems.refused("forbidden", "The request is not properly authorized.");
        }
        return switch (asked.method() + " " + asked.path().replaceFirst("^" + API, "")) {
            case "GET commentThreads" -> reads.threads(query);
            case "GET comments" -> reads.comments(query);
            case "GET channels" -> reads.channels(query, signedIn);
            case "GET videos" -> reads.videos(query);
            case "POST comments" -> writes.reply(asked);
            case "POST commentThreads" -> writes.thread(asked);
            default -> YoutubeProblems.notFound("notFound", "Not Found");
        };
    }

    private boolean take(int cost) {
        LocalDate today = LocalDate.ofInstant(now(), PACIFIC);
        if (!today.equals(day)) {
            day = today;
            units = 0;
        }
        units += cost;
        return units <= quota;
    }

    YoutubeComment add(YoutubeComment.Channel author, String video, @Nullable YoutubeComment parent, String text) {
        String number = String.format(Locale.ROOT, "%08d", ++lastId);
        String id = parent == null ? "Ugx" + number + "4AaABAg" : parent.id + ".9" + number;
        YoutubeComment made = new YoutubeComment(id, video, author, now(), parent, StringNode.valueOf(text));
        comments.put(id, made);
        if (parent != null) {
            replies.computeIfAbsent(parent.id, top -> new ArrayList<>()).add(made);
        }
        return made;
    }

    List<YoutubeComment> newestFirst() {
        return new ArrayList<>(comments.values()).reversed();
    }

    List<YoutubeComment> repliesTo(YoutubeComment top) {
        return replies.getOrDefault(top.id, List.of()).reversed();
    }

    @Nullable
    YoutubeComment find(String id) {
        return comments.get(id);
    }

    private YoutubeComment named(String text) {
        return comments.values().stream()
                .filter(comment -> comment.words().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private Instant now() {
        return Instant.now().plus(ahead);
    }
}
