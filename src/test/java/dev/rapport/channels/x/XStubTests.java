package dev.rapport.channels.x;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cast.Person;
import dev.rapport.channels.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class XStubTests {

    private static final String MENTIONS = "/2/users/" + XPost.User.SOLVANE.id() + "/mentions";

    private final XStub place = new XStub();
    private final Caller caller = new Caller(place.address(), Map.of("Authorization", "Bearer " + XTokens.ACCESS));

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void mentionsAreWalkedNewestFirstAndNoFurtherThanTheirDepth() {
        for (int i = 1; i <= 13; i++) {
            place.say("message " + i);
        }
        place.depth = 12;

        List<String> texts = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = caller.get(MENTIONS + "?max_results=5" + next).body();
            page.path("data").forEach(post -> texts.add(post.path("text").asString()));
            next = "&pagination_token=" + page.path("meta").path("next_token").asString("");
        } while (next.length() > 18);

        assertThat(texts).hasSize(12).startsWith("message 13", "message 12").endsWith("message 2");
        assertThat(caller.get(MENTIONS).header("x-rate-limit-remaining")).isEqualTo("296");
    }

    @Test
    void onlyWhatWasAskedForIsShown() {
        place.say("Where is my Halo 10?");

        JsonNode plain = caller.get(MENTIONS).body();
        JsonNode full = caller.get(MENTIONS + "?tweet.fields=created_at&expansions=author_id&user.fields=verified")
                .body();

        assertThat(plain.path("data").path(0).propertyNames())
                .containsExactlyInAnyOrder("id", "text", "edit_history_tweet_ids");
        assertThat(plain.has("includes")).isFalse();
        assertThat(full.at("/includes/users/0/username").asString()).isEqualTo("maren_holt");
        assertThat(full.at("/data/0/created_at").asString()).endsWith(".000Z");
    }

    @Test
    void sinceIdLeavesOutWhatIsKnown() {
        XPost known = place.say("first");
        place.say("second");

        assertThat(caller.get(MENTIONS + "?since_id=" + known.id()).body().path("data"))
                .hasSize(1);
        place.delete("second");
        JsonNode nothing = caller.get(MENTIONS + "?since_id=" + known.id()).body();
        assertThat(nothing.has("data")).isFalse();
        assertThat(nothing.at("/meta/result_count").asInt()).isZero();
    }

    @Test
    void wrongFieldSizeAndParameterAreRefused() {
        assertThat(caller.get(MENTIONS + "?tweet.fields=user")
                        .body()
                        .at("/errors/0/message")
                        .asString())
                .startsWith("The `tweet.fields` query parameter value [user] is not one of [");
        assertThat(caller.get(MENTIONS + "?max_results=101").status()).isEqualTo(400);
        assertThat(caller.get(MENTIONS + "?max_results=4").status()).isEqualTo(400);
        assertThat(caller.get(MENTIONS + "?limit=10").status()).isEqualTo(400);
        assertThat(caller.get(MENTIONS + "?pagination_token=1").status()).isEqualTo(400);
        assertThat(new Caller(place.address(), Map.of()).get(MENTIONS).status()).isEqualTo(401);
    }

    @Test
    void editHasANewIdAndDeletedOnesAreErrorsOfALookup() {
        XPost first = place.say("frist");
        place.edit("frist", "first");

        JsonNode edited = caller.get(MENTIONS).body().path("data");
        assertThat(edited).hasSize(1);
        assertThat(edited.path(0).path("text").asString()).isEqualTo("first");
        assertThat(edited.at("/0/edit_history_tweet_ids/0").asString()).isEqualTo(Long.toString(first.id()));
        assertThat(edited.at("/0/id").asString()).isNotEqualTo(Long.toString(first.id()));

        place.delete("first");
        assertThat(caller.get("/2/tweets?ids=" + first.id())
                        .body()
                        .at("/errors/0/type")
                        .asString())
                .endsWith("/resource-not-found");
    }

    @Test
    void answerIsTakenOnceAndOnlyFromWhoMentionedTheHouse() {
        XPost mention = place.say("Hello");
        XPost other = place.overheard("Solvane should answer");

        assertThat(answer(mention, "Thank you").status()).isEqualTo(201);
        assertThat(place.received("Thank you")).isEqualTo(1);
        assertThat(answer(mention, "Thank you").body().path("detail").asString())
                .contains("duplicate content");
        assertThat(answer(other, "We do").status()).isEqualTo(403);
        assertThat(answer(mention, "喵".repeat(141)).status()).isEqualTo(400);
    }

    @Test
    void searchFindsWordsAndForgetsAfterSevenDays() {
        place.overheard("My Halo 10 hisses");
        place.say(Person.NOOR, "A halogen lamp");

        String search = "/2/tweets/search/recent?query=halo%20-from:solvane";
        assertThat(caller.get(search).body().path("data")).hasSize(1);
        assertThat(caller.get("/2/tweets/search/recent?query=-is:retweet").status())
                .isEqualTo(400);
        place.passes(Duration.ofDays(8));
        assertThat(caller.get(search).body().has("data")).isFalse();
    }

    @Test
    void tokenThatRenewsIsGoodForOneTime() {
        JsonNode renewed = renew(XTokens.REFRESH).body();

        assertThat(renewed.path("refresh_token").asString()).isNotEqualTo(XTokens.REFRESH);
        assertThat(caller.get("/2/users/me").status()).isEqualTo(401);
        assertThat(renew(XTokens.REFRESH).body().path("error_description").asString())
                .isEqualTo("Value passed for the token was invalid.");
    }

    @Test
    void windowAndCapBothSay429() {
        place.limits.allow("GET /2/users/me", 1);
        assertThat(caller.get("/2/users/me").status()).isEqualTo(200);
        assertThat(caller.get("/2/users/me").status()).isEqualTo(429);
        place.passes(Duration.ofMinutes(15));
        place.cap();

        assertThat(caller.get("/2/users/me").body().path("title").asString()).isEqualTo("UsageCapExceeded");
    }

    @Test
    void weightFollowsTheCountingPage() {
        assertThat(XWeight.of("café")).isEqualTo(4);
        assertThat(XWeight.of("👩🏽‍💻👾")).isEqualTo(4);
        assertThat(XWeight.of("see https://solvane.example/help/halo")).isEqualTo(27);
    }

    private Caller.Answer answer(XPost to, String text) {
        return caller.post(
                "/2/tweets",
                "application/json",
                "{\"text\":\"" + text + "\",\"reply\":{\"in_reply_to_tweet_id\":\"" + to.id() + "\"}}");
    }

    private Caller.Answer renew(String token) {
        String app = XTokens.CLIENT_ID + ":" + XTokens.CLIENT_SECRET;
        String basic = Base64.getEncoder().encodeToString(app.getBytes(StandardCharsets.UTF_8));
        return new Caller(place.address(), Map.of("Authorization", "Basic " + basic))
                .post(
                        "/2/oauth2/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=refresh_token&refresh_token=" + token);
    }
}
