package dev.rapport.channels.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RedditStubTests {

    private static final String AGENT = "server:dev.rapport:v1 (by /u/SolvaneCare)";
    private static final String COMMENTS = "/r/solvane/comments?raw_json=1";

    private final RedditStub place = new RedditStub();
    private final Caller caller =
            new Caller(place.address(), Map.of("Authorization", "bearer " + RedditTokens.ACCESS, "User-Agent", AGENT));

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void listingIsWalkedNewestFirstAndNoFurtherThanItsDepth() {
        for (int i = 1; i <= 250; i++) {
            place.say("message " + i);
        }
        place.depth = 240;

        List<String> texts = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = caller.get(COMMENTS + "&limit=500" + after).body().path("data");
            page.path("children")
                    .forEach(child -> texts.add(child.at("/data/body").asString()));
            after = page.path("after").isNull()
                    ? ""
                    : "&after=" + page.path("after").asString();
        } while (!after.isEmpty());

        assertThat(texts).hasSize(240).startsWith("message 250", "message 249").endsWith("message 11");
        assertThat(caller.get(COMMENTS).header("X-Ratelimit-Used")).isEqualTo("4");
    }

    @Test
    void beforeShowsWhatCameLaterUntilItsAnchorIsGone() {
        RedditThing known = place.say("known");
        place.say("later");

        String later = COMMENTS + "&before=" + known.name();
        assertThat(caller.get(later).body().at("/data/children")).hasSize(1);
        place.delete("known");
        assertThat(caller.get(later).body().at("/data/children")).isEmpty();
    }

    @Test
    void carelessAgentWrongKeyAndMissingScopeAreRefused() {
        assertThat(new Caller(place.address(), Map.of("Authorization", "bearer " + RedditTokens.ACCESS))
                        .get(COMMENTS)
                        .status())
                .isEqualTo(429);
        assertThat(new Caller(place.address(), Map.of("User-Agent", AGENT))
                        .get(COMMENTS)
                        .status())
                .isEqualTo(401);
        place.tokens.scopes.remove("read");
        assertThat(caller.get(COMMENTS).header("WWW-Authenticate")).contains("insufficient_scope");
    }

    @Test
    void inboxHoldsLettersMentionsAndAnswers() {
        RedditThing comment = place.say("Is anybody there?");
        comment(comment.name(), "We are.");
        place.answer(ours(), "Good!");
        place.mention("u/SolvaneCare does not answer");
        place.write("My order", "Where is it?");

        assertThat(kinds("/message/inbox")).containsExactly("t4", "t1", "t1");
        assertThat(kinds("/message/mentions")).containsExactly("t1");
        assertThat(kinds("/r/solvane/new")).isEmpty();
    }

    @Test
    void refusedCommentIsA200() {
        RedditThing comment = place.say("Hello");

        assertThat(comment(comment.name(), "Hi & welcome")
                        .at("/json/data/things/0/data/parent_id")
                        .asString())
                .isEqualTo(comment.name());
        assertThat(place.received("Hi & welcome")).isEqualTo(1);
        assertThat(comment(comment.name(), "").at("/json/errors/0/0").asString())
                .isEqualTo("NO_TEXT");
        place.pauseNextComment(Duration.ofMinutes(3));
        assertThat(comment(comment.name(), "Again").at("/json/ratelimit").asInt())
                .isEqualTo(180);
        place.delete("Hello");
        assertThat(comment(comment.name(), "Too late").at("/json/errors/0/0").asString())
                .isEqualTo("DELETED_COMMENT");
    }

    @Test
    void lookupTellsWhatBecameOfAThing() {
        RedditThing edited = place.say("frist");
        RedditThing deleted = place.say("deleted");
        RedditThing removed = place.say("removed");
        assertThat(info(edited).path("edited").asBoolean(true)).isFalse();
        place.edit("frist", "first");
        place.delete("deleted");
        place.remove("removed");

        assertThat(info(edited).path("edited").isNumber()).isTrue();
        assertThat(info(deleted).path("author").asString()).isEqualTo("[deleted]");
        assertThat(info(removed).path("body").asString()).isEqualTo("[removed]");
    }

    @Test
    void anglesAreEscapedUnlessRawWordsAreAskedFor() {
        place.say("3 < 4 & more");

        assertThat(caller.get("/r/solvane/comments")
                        .body()
                        .at("/data/children/0/data/body")
                        .asString())
                .isEqualTo("3 &lt; 4 &amp; more");
        assertThat(caller.get(COMMENTS).body().at("/data/children/0/data/body").asString())
                .isEqualTo("3 < 4 & more");
    }

    @Test
    void keyIsRenewedForTheAppAlone() {
        assertThat(renew(RedditTokens.CLIENT_SECRET, "unknown").status()).isEqualTo(400);
        assertThat(renew("wrong", RedditTokens.REFRESH).status()).isEqualTo(401);
        assertThat(renew(RedditTokens.CLIENT_SECRET, RedditTokens.REFRESH)
                        .body()
                        .path("token_type")
                        .asString())
                .isEqualTo("bearer");
    }

    private RedditThing ours() {
        String name = caller.get("/user/SolvaneCare/comments")
                .body()
                .at("/data/children/0/data/name")
                .asString();
        RedditThing found = place.find(name);
        if (found == null) {
            throw new IllegalStateException(name);
        }
        return found;
    }

    private List<String> kinds(String path) {
        List<String> kinds = new ArrayList<>();
        caller.get(path)
                .body()
                .at("/data/children")
                .forEach(child -> kinds.add(child.path("kind").asString()));
        return kinds;
    }

    private JsonNode info(RedditThing thing) {
        return caller.get("/api/info?id=" + thing.name()).body().at("/data/children/0/data");
    }

    private JsonNode comment(String parent, String text) {
        return caller.post(
                        "/api/comment",
                        "application/x-www-form-urlencoded",
                        "api_type=json&thing_id=" + parent + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .body();
    }

    private Caller.Answer renew(String secret, String token) {
        String basic = Base64.getEncoder()
                .encodeToString((RedditTokens.CLIENT_ID + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return new Caller(place.address(), Map.of("Authorization", "Basic " + basic, "User-Agent", AGENT))
                .post(
                        "/api/v1/access_token",
                        "application/x-www-form-urlencoded",
                        "grant_type=refresh_token&refresh_token=" + token);
    }
}
