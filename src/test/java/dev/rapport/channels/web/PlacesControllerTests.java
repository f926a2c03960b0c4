package dev.rapport.channels.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.bench.places.BlueskyPlace;
import dev.rapport.bench.places.Books;
import dev.rapport.bench.places.FeedPlace;
import dev.rapport.bench.places.MastodonPlace;
import dev.rapport.channels.Inbox;
import dev.rapport.channels.Inboxes;
import dev.rapport.channels.OpenInbox;
import dev.rapport.channels.Searches;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
@TestPropertySource(properties = "rapport.outside.allow=*")
class PlacesControllerTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Inboxes inboxes;

    @Autowired
    private Searches searches;

    @Autowired
    private Sql sql;

    @Test
    void everyKindOfPlaceCanBeChosenAndHasItsForm() {
        assertThat(get("/channels/new", staff.manager()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "/channels/new/mail", "/channels/new/mastodon", "/channels/new/bluesky", "/channels/new/feed");
        assertThat(get("/channels/new/mail", staff.manager())).bodyText().contains("imapHost");
        assertThat(get("/channels/new/mastodon", staff.manager())).bodyText().contains("Access token");
        assertThat(get("/channels/new/bluesky", staff.manager())).bodyText().contains("https://bsky.social");
        assertThat(get("/channels/new/youtube", staff.manager()))
                .bodyText()
                .contains("Client ID", "youtube.force-ssl", "Not yet proven against the live service");
        assertThat(get("/channels/new/reddit", staff.manager()))
                .bodyText()
                .contains("Its name without u/", "permanent duration");
        assertThat(get("/channels/new/x", staff.manager()))
                .bodyText()
                .contains("Posts to read a day", "one that holds a link", "value=\"100\"");
        assertThat(get("/channels/new/pigeon", staff.manager())).hasStatus(404);
        assertThat(get("/channels/new/feed", staff.agent())).hasStatus(403);
    }

    @Test
    void mastodonAccountIsConnectedOnceAMessageToItselfWasSeen() {
        try (MastodonPlace place = new MastodonPlace(0, new Books())) {
            assertThat(connect("mastodon")
                            .param("name", "Harbour")
                            .param("server", place.uri().toString())
                            .param("token", MastodonPlace.TOKEN))
                    .hasStatus3xxRedirection();
            assertThat(place.ours()).isEmpty();
        }

        Inbox inbox = inboxes.byName("Harbour").orElseThrow();
        assertThat(inbox.address()).isEqualTo("support@127.0.0.1");
        assertThat(get("/channels/" + inbox.id().value(), staff.manager()))
                .hasStatusOk()
                .bodyText()
                .contains("Listened for", "How it is reached", "name=\"server\"")
                .doesNotContain(MastodonPlace.TOKEN);
    }

    @Test
    void wrongTokenSavesNothingAndIsNotShown() {
        try (MastodonPlace place = new MastodonPlace(0, new Books())) {
            assertThat(connect("mastodon")
                            .param("name", "Harbour")
                            .param("server", place.uri().toString())
                            .param("token", "wrong-token"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("did not let us in", "Nothing was saved")
                    .doesNotContain("wrong-token");
        }
        assertThat(inboxes.byName("Harbour")).isEmpty();
    }

    @Test
    void budgetIsANumberAndASecretMayBeMissingWhereAnAppHasNone() {
        assertThat(connect("x")
                        .param("name", "Posts")
                        .param("oauth.client", "c")
                        .param("oauth.refresh", "r")
                        .param("reads", "plenty")
                        .param("writes", "25"))
                .hasStatus(422)
                .bodyText()
                .contains("A whole number, please.")
                .doesNotContain("This is needed.");
    }

    @Test
    void budgetThatIsLeftIsToldInItsOwnWords() {
        InboxId inbox = inboxes.open(new OpenInbox("x", "Posts", "twitter", "solvane", Map.of(), Map.of()));
        sql.sql("update channels.inboxes set limit_left = 42, limit_most = 100 where id = :id")
                .param("id", inbox)
                .update();

        assertThat(get("/channels/" + inbox.value(), staff.manager()))
                .hasStatusOk()
                .bodyText()
                .contains("budget of 100 posts to read 42 are left", "Not yet proven", "name=\"reads\"");
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        assertThat(connect("bluesky").param("name", "Sky"))
                .hasStatus(422)
                .bodyText()
                .contains("This is needed.");
    }

    @Test
    void blueskyAccountIsKnownByItsNameAndItsId() {
        try (BlueskyPlace place = new BlueskyPlace(0, new Books())) {
            assertThat(connect("bluesky")
                            .param("name", "Sky")
                            .param("server", place.uri().toString())
                            .param("account", "support.example.com")
                            .param("password", BlueskyPlace.PASSWORD))
                    .hasStatus3xxRedirection();
        }

        Inbox inbox = inboxes.byName("Sky").orElseThrow();
        assertThat(inbox.address()).isEqualTo("support.example.com");
        assertThat(inbox.settings()).containsEntry("did", BlueskyPlace.US);
    }

    @Test
    void feedIsConnectedOnceItWasRead() {
        try (FeedPlace place = new FeedPlace(0, new Books())) {
            place.publish("One");
            assertThat(connect("feed")
                            .param("name", "Notes")
                            .param("url", place.uri() + "/rss")
                            .param("every", "PT1H"))
                    .hasStatus3xxRedirection();
        }

        assertThat(inboxes.byName("Notes").orElseThrow().settings()).containsEntry("every", "PT1H");
    }

    @Test
    void placeIsReachedInAnotherWayOnceThatWasTried() {
        try (MastodonPlace place = new MastodonPlace(0, new Books())) {
            long inbox = inbox(place).value();
            assertThat(send(HttpMethod.PUT, "/channels/" + inbox + "/place", staff.manager())
                            .param("name", "Harbour")
                            .param("server", place.uri().toString())
                            .param("token", "wrong-token"))
                    .hasStatus(422);
            assertThat(send(HttpMethod.PUT, "/channels/" + inbox + "/place", staff.manager())
                            .param("name", "Harbour 2")
                            .param("server", place.uri().toString())
                            .param("token", ""))
                    .hasStatus3xxRedirection();
        }

        assertThat(inboxes.byName("Harbour 2")).isPresent();
    }

    @Test
    void searchIsShownBeforeItIsSaved() {
        try (MastodonPlace place = new MastodonPlace(0, new Books())) {
            InboxId inbox = inbox(place);
            String path = "/channels/" + inbox.value() + "/searches";
            place.say("A lamp in the #Harbour");
            place.say("A giveaway in the #Harbour");
            assertThat(get(path + "/new", staff.manager()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Hashtag");
            assertThat(get(
                            path + "/new?kind=HASHTAG&query=Harbour&excluded=giveaway&share=100&budget=10",
                            staff.manager()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("A lamp in the", "2 messages, 1 of them taken", "Excluded word");
            assertThat(searches.ofInbox(inbox)).isEmpty();

            assertThat(send(HttpMethod.POST, path, staff.manager())
                            .param("kind", "HASHTAG")
                            .param("query", "Harbour")
                            .param("excluded", "giveaway"))
                    .hasStatus3xxRedirection();
            long saved = searches.ofInbox(inbox).getFirst().id();
            assertThat(get("/channels/" + inbox.value(), staff.agent()))
                    .bodyText()
                    .contains("search-" + saved)
                    .doesNotContain(path + "/new");
            assertThat(send(HttpMethod.DELETE, path + "/" + saved, staff.manager()))
                    .hasStatus3xxRedirection();
        }
    }

    @Test
    void searchThatMakesNoSenseIsSaidSo() {
        try (MastodonPlace place = new MastodonPlace(0, new Books())) {
            String path = "/channels/" + inbox(place).value() + "/searches";
            assertThat(get(path + "/new?kind=FEED&query=&share=0&budget=x&languages=english", staff.manager()))
                    .hasStatus(422)
                    .bodyText()
                    .contains("What should be listened for?", "A whole number from 1 to 100.");
            assertThat(get(path + "/new", staff.agent())).hasStatus(403);
        }
    }

    @Test
    void rhythmLimitsAndSilencesAreTold() {
        InboxId inbox = inboxes.open(new OpenInbox(
                "mastodon", "Old", "mastodon", null, Map.of("server", "https://example.com"), Map.of("token", "t")));
        sql.sql("""
                insert into channels.hours (inbox_id, hour, heard)
                select :id, date_trunc('hour', now()) - make_interval(hours => n * 5), 14 from generate_series(10, 40) n
                """).param("id", inbox).update();
        sql.sql("""
                update channels.inboxes set last_heard_at = now() - interval '2 days', limit_left = 12, limit_most = 300
                where id = :id
                """).param("id", inbox).update();
        sql.sql("""
                insert into channels.silences (inbox_id, began_at, ended_at, why, caught_up)
                values (:id, now() - interval '3 hours', now() - interval '2 hours', 'It was down', 7)
                """).param("id", inbox).update();

        assertThat(get("/channels/" + inbox.value(), staff.agent()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Nothing has been heard since",
                        "longest quiet",
                        "12 more of 300",
                        "It was down",
                        "7 messages fetched");
    }

    private InboxId inbox(MastodonPlace place) {
        return inboxes.open(new OpenInbox(
                "mastodon",
                "Harbour",
                "mastodon",
                "support@127.0.0.1",
                Map.of("server", place.uri().toString()),
                Map.of("token", MastodonPlace.TOKEN)));
    }

    private MockMvcRequestBuilder connect(String kind) {
        return send(HttpMethod.POST, "/channels/new/" + kind, staff.manager());
    }

    private MockMvcRequestBuilder get(String path, User user) {
        return mvc.get().uri(path).with(authentication(Staff.signedIn(user)));
    }

    private MockMvcRequestBuilder send(HttpMethod method, String path, User user) {
        return mvc.method(method)
                .uri(path)
                .with(authentication(Staff.signedIn(user)))
                .with(csrf());
    }
}
