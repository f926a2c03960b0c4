package dev.rapport.channels.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Heard.Visibility;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.channels.spi.Receiver;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.OutsideHosts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaConnectorsTests {

    private static final String SECRET = "meta-app-secret";

    /** Two events in one batch, one of them of another page. */
    private static final String FEED = """
            {"object":"page","entry":[
              {"id":"77","time":1793610000,"changes":[{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"77_9_1",
                "post_id":"77_9","parent_id":"77_9","from":{"id":"500","name":"Leila"},"message":"Where is my order? 📦","created_time":1793610000}},
                {"field":"feed","value":{"item":"reaction","verb":"add","post_id":"77_9"}}]},
              {"id":"88","time":1793610000,"changes":[]}]}
            """;

    private static final String DIRECT = """
            {"object":"%s","entry":[{"id":"77","time":1793610000000,"messaging":[
              {"sender":{"id":"500"},"recipient":{"id":"77"},"timestamp":1793610000123,"message":{"mid":"m_1","text":"Hello","reply_to":{"mid":"m_0"}}},
              {"sender":{"id":"77"},"recipient":{"id":"500"},"timestamp":1793610001123,"message":{"mid":"m_2","text":"Ours","is_echo":true}},
              {"sender":{"id":"500"},"recipient":{"id":"77"},"timestamp":1793610002000,"read":{"watermark":1}}]}]}
            """;

    private static final String WHATSAPP = """
            {"object":"whatsapp_business_account","entry":[{"id":"WABA","changes":[
              {"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550001","phone_number_id":"77"},
               "contacts":[{"profile":{"name":"Ada"},"wa_id":"5511999990000"}],
               "messages":[{"from":"5511999990000","id":"wamid.1","timestamp":"1793610000","type":"text","text":{"body":"Olá \\u001B 🔋"},
                 "context":{"id":"wamid.0"}},
                {"from":"5511999990000","id":"wamid.2","timestamp":"1793610001","type":"image","image":{"id":"i","mime_type":"image/jpeg","caption":"See"}},
                {"from":"5511999990000","id":"wamid.3","timestamp":"1793610002","type":"reaction"}]}},
              {"field":"messages","value":{"metadata":{"display_phone_number":"15550002","phone_number_id":"78"},"messages":[]}},
              {"field":"messages","value":{"metadata":{"phone_number_id":"77"},"statuses":[{"id":"wamid.9","status":"read"}]}}]}]}
            """;

    private final MetaStub meta = new MetaStub();
    private final Graph graph =
            new Graph(new Calls(new PublicAddresses(new OutsideHosts("*")), Clock.systemUTC()), Clock.systemUTC());
    private final FacebookConnector facebook = new FacebookConnector(graph);
    private final InstagramConnector instagram = new InstagramConnector(graph);
    private final WhatsAppConnector whatsapp = new WhatsAppConnector(graph);

    @AfterEach
    void close() {
        meta.close();
    }

    /** The body was signed by {@code openssl dgst -sha256 -hmac}. */
    @Test
    void exactBytesOfADeliveryAreProven() {
        byte[] body = """
                [{"id":"v1","author":"amira","said_at":"2026-11-02T09:00:00Z","text":"Lumo 11 🔋\\u001B glows"},\r
                {"id":"v2","author":"tomas","said_at":"2026-11-02T09:01:00Z","text":"مرحبا"}]""".getBytes(StandardCharsets.UTF_8);
        String signed = "sha256=ef0feaf068a3ae2d55bfc15b5d0205f61435da7f0d927131b4414ca96afa4ba5";

        for (Receiver each : List.of(facebook, instagram, whatsapp)) {
            assertThat(receive(each, signed, body)).isEqualTo(new Receipt.Genuine(null));
            assertThat(receive(each, signed, FEED.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Receipt.Refused.class);
            assertThat(receive(each, "", body)).isInstanceOf(Receipt.Refused.class);
        }
    }

    @Test
    void questionIsAnsweredToWhoKnowsTheToken() {
        assertThat(facebook.receive(inbox("good"), question("token-1"))).isEqualTo(new Receipt.Answer("1158201444"));
        assertThat(facebook.receive(inbox("good"), question("other"))).isInstanceOf(Receipt.Refused.class);
        assertThat(facebook.receive(new Connection(new InboxId(1), "F", Map.of(), Map.of()), question("")))
                .isInstanceOf(Receipt.Inert.class);
    }

    @Test
    void commentIsHeardBelowItsPostAndAnotherPageIsNotDropped() {
        Interpreted said = interpret(facebook, FEED);

        assertThat(said.unrouted()).containsExactly("Nobody here stands for number 88.");
        Heard comment = heard(said, 0);
        assertThat(said.items()).hasSize(1);
        assertThat(comment.id()).isEqualTo("9_1");
        assertThat(comment.thread()).isEqualTo("post:77_9");
        assertThat(comment.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(comment.author().name()).isEqualTo("Leila");
    }

    @Test
    void removedCommentIsADeletion() {
        Heard removed = heard(
                interpret(
                        facebook,
                        FEED.replace("\"verb\":\"add\",\"comment_id\"", "\"verb\":\"remove\",\"comment_id\"")),
                0);

        assertThat(removed.kind()).isEqualTo(Heard.Kind.DELETED);
    }

    @ParameterizedTest
    @CsvSource({"page,facebook", "instagram,instagram"})
    void directMessagesAndOurEchoesShareAThread(String object, String network) {
        Receiver place = network.equals("facebook") ? facebook : instagram;
        Interpreted said = interpret(place, DIRECT.formatted(object));

        assertThat(said.items()).hasSize(2);
        assertThat(heard(said, 0).thread()).isEqualTo(heard(said, 1).thread()).isEqualTo("direct:500");
        assertThat(heard(said, 0).inReplyTo()).isEqualTo("m_0");
        assertThat(heard(said, 0).visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(heard(said, 1).author().id()).isEqualTo("77");
    }

    @Test
    void instagramCommentIsHeardBelowItsPicture() {
        Interpreted said = interpret(instagram, """
                {"object":"instagram","entry":[{"id":"77","time":1,"changes":[{"field":"comments","value":
                 {"id":"c1","text":"Lovely","from":{"id":"9","username":"amira"},"media":{"id":"pic"}}}]}]}
                """);

        assertThat(heard(said, 0).thread()).isEqualTo("media:pic");
        assertThat(heard(said, 0).author().handle()).isEqualTo("amira");
    }

    @Test
    void batchOfWhatsAppIsReadCompletelyAndAnotherNumberIsNotDropped() {
        Interpreted said = interpret(whatsapp, WHATSAPP);

        assertThat(said.items()).hasSize(2);
        assertThat(said.unrouted()).singleElement().asString().contains("15550002");
        Heard words = heard(said, 0);
        assertThat(words.text()).isEqualTo("Olá \u001B 🔋");
        assertThat(words.author().name()).isEqualTo("Ada");
        assertThat(words.inReplyTo()).isEqualTo("wamid.0");
        assertThat(heard(said, 1).text()).isEqualTo("See");
        assertThat(heard(said, 1).media()).hasSize(1);
    }

    @Test
    void partThatCannotBeReadDoesNotStopTheOthers() {
        Interpreted said = interpret(whatsapp, WHATSAPP.replace("\"timestamp\":\"1793610000\"", "\"timestamp\":{}"));

        assertThat(said.items()).singleElement().isInstanceOf(Item.Unreadable.class);
        assertThat(said.unrouted()).hasSize(1);
    }

    @Test
    void repliesGoWhereTheyBelong() {
        assertThat(facebook.send(inbox("good"), reply(Visibility.PUBLIC, "77_9_1"))
                        .remoteId())
                .isEqualTo("9_1");
        assertThat(meta.asked.getLast().path()).isEqualTo("/77_9_1/comments");
        assertThat(facebook.send(inbox("good"), reply(Visibility.PRIVATE, "m_1"))
                        .remoteId())
                .isEqualTo("m_out");
        assertThat(meta.asked.getLast().body()).contains("RESPONSE", "\"500\"");
        assertThat(instagram.send(inbox("good"), reply(Visibility.PUBLIC, "c1")).remoteId())
                .isEqualTo("9_2");
        assertThat(meta.asked.getLast().path()).isEqualTo("/c1/replies");
        assertThat(whatsapp.send(inbox("good"), reply(Visibility.PRIVATE, "wamid.1"))
                        .remoteId())
                .isEqualTo("wamid.out");
        assertThat(meta.asked.getLast().body()).contains("\"to\":\"500\"", "\"message_id\":\"wamid.1\"");
    }

    @ParameterizedTest
    @CsvSource({"190,Auth", "10,Refused", "131047,Refused", "4,Slow", "130429,Slow", "2,Unsure"})
    void faultsGoByTheirCodes(int code, String fault) {
        meta.fails(400, Map.of(), "{\"error\":{\"message\":\"no\",\"code\":" + code + "}}");

        assertThatThrownBy(() -> whatsapp.send(inbox("good"), reply(Visibility.PRIVATE, "wamid.1")))
                .isInstanceOf(Fault.class)
                .satisfies(
                        thrown -> assertThat(thrown.getClass().getSimpleName()).isEqualTo(fault));
    }

    @Test
    void lostAnswerIsUnsureAndNobodyCanTell() {
        meta.breaksOffAfterwards();

        assertThatThrownBy(() -> facebook.send(inbox("good"), reply(Visibility.PRIVATE, "m_1")))
                .isInstanceOf(Fault.Unsure.class);
        assertThat(facebook.find(inbox("good"), reply(Visibility.PRIVATE, "m_1")))
                .isEmpty();
    }

    @Test
    void probeSaysWhoTheTokenOpens() {
        assertThat(facebook.probe(inbox("good")).steps().getFirst().seen()).containsExactly("Solvane");
        assertThat(whatsapp.probe(inbox("old")).works()).isFalse();
    }

    private static Receipt receive(Receiver place, String signature, byte[] body) {
        Map<String, String> headers = signature.isEmpty() ? Map.of() : Map.of("x-hub-signature-256", signature);
        return place.receive(secretsOnly(), new Delivery("POST", headers, Map.of(), body, Instant.now()));
    }

    private static Delivery question(String token) {
        Map<String, String> query =
                Map.of("hub.mode", "subscribe", "hub.verify_token", token, "hub.challenge", "1158201444");
        return new Delivery("GET", Map.of(), query, new byte[0], Instant.now());
    }

    private Interpreted interpret(Receiver place, String body) {
        return place.interpret(
                inbox("good"),
                new Delivery("POST", Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8), Instant.now()));
    }

    private static Heard heard(Interpreted said, int number) {
        return ((Item.Read) said.items().get(number)).heard();
    }

    private static Reply reply(Visibility visibility, String answered) {
        return new Reply(
                UUID.randomUUID(), List.of("500"), null, "Hello", answered, List.of(), null, visibility, Instant.EPOCH);
    }

    private static Connection secretsOnly() {
        return new Connection(new InboxId(1), "Meta", Map.of(), Map.of("app-secret", SECRET, "verify", "token-1"));
    }

    private Connection inbox(String token) {
        Map<String, String> settings = Map.of("api", meta.address(), "page", "77", "account", "77", "phone", "77");
        return new Connection(
                new InboxId(1), "Meta", settings, Map.of("token", token, "app-secret", SECRET, "verify", "token-1"));
    }
}
