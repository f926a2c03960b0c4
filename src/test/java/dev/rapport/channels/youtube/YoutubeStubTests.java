package dev.rapport.channels.youtube;

import static dev.rapport.channels.youtube.YoutubeComment.Channel.SOLVANE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.cast.Person;
import dev.rapport.channels.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class YoutubeStubTests {

    private static final String THREADS =
            "/youtube/v3/commentThreads?part=snippet,replies&allThreadsRelatedToChannelId=" + SOLVANE.id();
    private static final String COMMENTS = "/youtube/v3/comments?part=snippet";
    private static final String TEXT = "/snippet/topLevelComment/snippet/textDisplay";

    private final YoutubeStub place = new YoutubeStub();
    private final Caller caller =
            new Caller(place.address(), Map.of("Authorization", "Bearer " + YoutubeTokens.ACCESS));

    @AfterEach
    void close() {
        place.close();
    }

    @Test
    void threadsAreWalkedNewestFirstAndEveryPageCostsAUnit() {
        for (int i = 1; i <= 250; i++) {
            place.say("message " + i);
        }

        List<String> texts = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = caller.get(THREADS + "&maxResults=100" + token).body();
            page.path("items").forEach(thread -> texts.add(thread.at(TEXT).asString()));
            token = page.has("nextPageToken")
                    ? "&pageToken=" + page.path("nextPageToken").asString()
                    : "";
        } while (!token.isEmpty());

        assertThat(texts).hasSize(250).startsWith("message 250", "message 249").endsWith("message 1");
        assertThat(place.units()).isEqualTo(3);
    }

    @Test
    void wrongPartFilterSizeAndTokenAreRefused() {
        assertThat(reason("/youtube/v3/commentThreads?part=text&videoId=" + YoutubeStub.VIDEO))
                .isEqualTo("unknownPart");
        assertThat(reason("/youtube/v3/commentThreads?part=snippet")).isEqualTo("missingRequiredParameter");
        assertThat(reason(THREADS + "&videoId=" + YoutubeStub.VIDEO)).isEqualTo("incompatibleParameters");
        assertThat(reason(THREADS + "&maxResults=101")).isEqualTo("invalidParameter");
        assertThat(reason(THREADS + "&pageToken=2")).isEqualTo("invalidPageToken");
        assertThat(reason(THREADS + "&limit=2")).isEqualTo("unexpectedParameter");
        assertThat(new Caller(place.address(), Map.of("Authorization", "Bearer old"))
                        .get(THREADS)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void wordsOfOthersComeAsHtmlUnlessPlainTextIsAskedFor() {
        place.say("Bass & treble\n<3");

        assertThat(first(THREADS).at(TEXT).asString()).isEqualTo("Bass &amp; treble<br>&lt;3");
        assertThat(first(THREADS + "&textFormat=plainText").at(TEXT).asString()).isEqualTo("Bass & treble\n<3");
        assertThat(first(THREADS).at("/snippet/topLevelComment/snippet").has("textOriginal"))
                .isFalse();
    }

    @Test
    void repliesStandUnderTheirThreadAndFiveOfThemComeWithIt() {
        YoutubeComment top = place.say("How do I pair it?");
        place.say("Another question");
        for (int i = 1; i <= 7; i++) {
            place.answer(Person.NOOR, top, "reply " + i);
        }

        JsonNode thread = caller.get(THREADS).body().at("/items/1");
        assertThat(thread.at("/snippet/totalReplyCount").asInt()).isEqualTo(7);
        assertThat(thread.at("/replies/comments")).hasSize(5);
        assertThat(caller.get(COMMENTS + "&parentId=" + top.id).body().path("items"))
                .hasSize(7);
    }

    @Test
    void replyNeedsAParentThatIsThereAndCostsFiftyUnits() {
        YoutubeComment top = place.say("How do I pair it?");

        assertThat(reply(top.id, "Hold the key")
                        .path("snippet")
                        .path("parentId")
                        .asString())
                .isEqualTo(top.id);
        assertThat(place.received("Hold the key")).isEqualTo(1);
        assertThat(place.units()).isEqualTo(50);
        assertThat(reply("Ugxnobody", "Hello").at("/error/errors/0/reason").asString())
                .isEqualTo("parentCommentNotFound");
        assertThat(reply(top.id, "").at("/error/errors/0/reason").asString()).isEqualTo("commentTextRequired");
    }

    @Test
    void lookupTellsNewWordsAndLeavesOutWhatIsGone() {
        YoutubeComment edited = place.say("frist");
        YoutubeComment gone = place.say("gone");
        place.edit("frist", "first");
        place.delete("gone");

        String lookup = COMMENTS + "&id=" + edited.id + "," + gone.id;
        JsonNode snippet = first(lookup).path("snippet");
        assertThat(snippet.path("textDisplay").asString()).isEqualTo("first");
        assertThat(snippet.path("updatedAt")).isNotEqualTo(snippet.path("publishedAt"));
        assertThat(caller.get(lookup).body().path("items")).hasSize(1);
        place.refusesMissing = true;
        assertThat(reason(lookup)).isEqualTo("commentNotFound");
    }

    @Test
    void silencedVideoAndSpentDayAreRefusedAsForbidden() {
        place.silenced.add(YoutubeStub.VIDEO);
        assertThat(reason("/youtube/v3/commentThreads?part=id&videoId=" + YoutubeStub.VIDEO))
                .isEqualTo("commentsDisabled");
        place.quota = 1;
        assertThat(reason(THREADS)).isEqualTo("quotaExceeded");
        place.passes(Duration.ofDays(1));
        assertThat(caller.get("/youtube/v3/channels?part=id&mine=true")
                        .body()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(SOLVANE.id());
    }

    @Test
    void keyIsRenewedByATokenThatStays() {
        assertThat(renew("unknown").path("error").asString()).isEqualTo("invalid_grant");
        assertThat(renew(YoutubeTokens.REFRESH).has("refresh_token")).isFalse();
        assertThat(renew(YoutubeTokens.REFRESH).path("access_token").asString()).isEqualTo("ya29.youtube-access-3");
    }

    private String reason(String path) {
        return caller.get(path).body().at("/error/errors/0/reason").asString("");
    }

    private JsonNode first(String path) {
        return caller.get(path).body().at("/items/0");
    }

    private JsonNode reply(String parent, String text) {
        return caller.post(
                        COMMENTS,
                        "application/json",
                        "{\"snippet\":{\"parentId\":\"" + parent + "\",\"textOriginal\":\"" + text + "\"}}")
                .body();
    }

    private JsonNode renew(String token) {
        return caller.post(
                        "/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=refresh_token&client_id=" + YoutubeTokens.CLIENT_ID + "&client_secret="
                                + YoutubeTokens.CLIENT_SECRET + "&refresh_token=" + token)
                .body();
    }
}
