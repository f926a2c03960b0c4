package dev.rapport.channels.slack;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.slack.SlackEvent.Event;
import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Media;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Place;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.channels.spi.Receiver;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.channels.spi.Setup;
import dev.rapport.channels.spi.Told;
import dev.rapport.shared.Hmac;
import dev.rapport.shared.WebhookSignature;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A Slack workspace, by an app of one's own. Everything in a workspace is private to it. What Slack could not deliver it tries
 * three more times within hours; nothing is fetched afterwards.
 */
@Component
class SlackConnector implements Receiver {

    static final String KIND = "slack";
    static final String TOKEN = "token";
    static final String SIGNING = "signing";

    /** Where the Web API is; another one in tests. */
    static final String API = "api";

    private static final String SLACK = "https://slack.com/api";
    private static final int LONGEST = 12_000;

    private static final Set<String> SIGN_IN =
            Set.of("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "missing_scope");
    private static final Set<String> LATER =
            Set.of("ratelimited", "rate_limited", "service_unavailable", "internal_error", "fatal_error");

    /** People came, went or renamed something: nobody said anything. */
    private static final Set<String> WORDS =
            Set.of("file_share", "thread_broadcast", "me_message", "bot_message", "message_replied");

    private final Calls calls;

    SlackConnector(Calls calls) {
        this.calls = calls;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Abilities abilities() {
        return new Abilities(false, true, true, false, LONGEST);
    }

    @Override
    public Optional<Setup> setup() {
        return Optional.of(new Setup(KIND, false, List.of(Setup.secret(TOKEN), Setup.secret(SIGNING))));
    }

    @Override
    public Optional<String> ourselves(Connection inbox) {
        return Optional.ofNullable(call(inbox, "auth.test", Map.of()).userId());
    }

    /** Slack signs {@code v0:timestamp:body}; its question whether the address is ours is signed too. */
    @Override
    public Receipt receive(Connection inbox, Delivery delivery) {
        List<String> secrets = inbox.eitherSecret(SIGNING);
        if (secrets.isEmpty()) {
            return new Receipt.Inert();
        }
        String at = delivery.header("X-Slack-Request-Timestamp");
        Optional<byte[]> given = Hmac.hex(delivery.header("X-Slack-Signature"), "v0=");
        if (at == null || given.isEmpty()) {
            return new Receipt.Refused("The headers X-Slack-Signature and X-Slack-Request-Timestamp are needed.");
        }
        byte[] head = ("v0:" + at + ":").getBytes(StandardCharsets.UTF_8);
        boolean good =
                secrets.stream().anyMatch(secret -> Hmac.same(Hmac.sha256(secret, head, delivery.body()), given.get()));
        if (!good || !WebhookSignature.isRecent(at, delivery.receivedAt())) {
            return new Receipt.Refused("The signature is wrong, or older than five minutes.");
        }
        return answer(delivery);
    }

    private static Receipt answer(Delivery delivery) {
        try {
            SlackEvent event = Payloads.of(delivery.body(), SlackEvent.class);
            String challenge = event.challenge();
            return event.type().equals("url_verification") && challenge != null
                    ? new Receipt.Answer(challenge)
                    : new Receipt.Genuine(event.eventId());
        } catch (Fault.Broken unreadable) {
            return new Receipt.Genuine(null);
        }
    }

    @Override
    public Interpreted interpret(Connection inbox, Delivery delivery) {
        SlackEvent brought = Payloads.of(delivery.body(), SlackEvent.class);
        Event event = brought.event();
        if (event == null || !event.type().equals("message") && !event.type().equals("app_mention")) {
            String type = event == null ? brought.type() : event.type();
            return Interpreted.unrouted("The event “" + type + "” is not a message.");
        }
        String subtype = event.subtype() == null ? "" : event.subtype();
        return switch (subtype) {
            case "message_changed" -> changed(event);
            case "message_deleted" -> deleted(event);
            default ->
                Interpreted.of(
                        subtype.isEmpty() || WORDS.contains(subtype)
                                ? List.of(told(event, channel(event)).item())
                                : List.of());
        };
    }

    /** Slack tells of a change also when it only adds a picture of a link; then the words are as they were. */
    private static Interpreted changed(Event event) {
        Event now = event.message();
        SlackEvent.Edited edited = now == null ? null : now.edited();
        return now == null || edited == null
                ? Interpreted.of(List.of())
                : Interpreted.of(List.of(
                        told(now, channel(event)).edited("e" + edited.ts()).item()));
    }

    private static Interpreted deleted(Event event) {
        Event before = event.previousMessage();
        String ts = event.deletedTs();
        if (before == null || ts == null) {
            return Interpreted.of(List.of());
        }
        return Interpreted.of(List.of(told(before, channel(event)).deleted().item()));
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        throw new UnsupportedOperationException("Slack delivers; nothing is fetched.");
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        String answered = reply.inReplyTo();
        if (answered == null || answered.indexOf('/') < 0) {
            throw new Fault.Refused("Only a message of Slack can be answered.");
        }
        String channel = answered.substring(0, answered.indexOf('/'));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("channel", channel);
        body.put("text", SlackText.written(reply.text()));
        body.put("thread_ts", answered.substring(answered.indexOf('/') + 1));
        body.put("unfurl_links", false);
        SlackEvent.Answered sent = call(inbox, "chat.postMessage", body);
        String ts = sent.ts();
        if (ts == null) {
            throw new Fault.Unsure("Slack took it and gave it no number.", new IllegalStateException("no ts"));
        }
        return new Sent(channel + "/" + ts, null, moment(ts));
    }

    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        return Optional.empty();
    }

    @Override
    public Health probe(Connection inbox) {
        try {
            SlackEvent.Answered me = call(inbox, "auth.test", Map.of());
            List<String> seen = List.of(String.valueOf(me.user()), String.valueOf(me.team()));
            return Health.of(List.of(new Health.Step("slack.app", true, seen)));
        } catch (Fault fault) {
            return Health.of(List.of(new Health.Step("slack.app", false, List.of(String.valueOf(fault.getMessage())))));
        }
    }

    private SlackEvent.Answered call(Connection inbox, String method, Map<String, Object> body) {
        String api = inbox.setting(API);
        URI address = URI.create((api == null || api.isEmpty() ? SLACK : api) + "/" + method);
        Answer answer = calls.ok(Call.post(address, body).bearer(inbox.secret(TOKEN)));
        SlackEvent.Answered said = Payloads.of(answer, SlackEvent.Answered.class);
        String error = said.error();
        if (said.ok() || error == null) {
            return said;
        }
        String why = "Slack answered: " + error;
        throw SIGN_IN.contains(error)
                ? new Fault.Auth(why)
                : LATER.contains(error) ? new Fault.Broken(why) : new Fault.Refused(why);
    }

    private static Told told(Event event, String channel) {
        String ts = String.valueOf(event.ts());
        boolean isDirect = "im".equals(event.channelType()) || channel.startsWith("D");
        String thread = isDirect ? channel : channel + "/" + (event.threadTs() == null ? ts : event.threadTs());
        String parent = event.threadTs();
        return Told.by(author(event), channel + "/" + ts, moment(ts))
                .says(SlackText.read(event.text()))
                .in(isDirect ? null : new Place("channel", channel, null))
                .answering(parent == null || parent.equals(ts) ? null : channel + "/" + parent)
                .within("slack:" + thread)
                .privately(true)
                .with(files(event));
    }

    private static Author author(Event event) {
        String id = event.user() == null ? String.valueOf(event.botId()) : event.user();
        boolean bot = event.botId() != null;
        return new Author(KIND, id, null, null, null, null, null, null, false, bot && event.user() == null);
    }

    private static List<Media> files(Event event) {
        List<SlackEvent.File> files = event.files();
        return files == null
                ? List.of()
                : files.stream()
                        .map(file -> new Media(
                                file.name(),
                                file.mimetype(),
                                file.size(),
                                file.permalink(),
                                null,
                                null,
                                "It lies at Slack and is not fetched."))
                        .toList();
    }

    private static String channel(Event event) {
        String channel = event.channel();
        if (channel == null) {
            throw new Fault.Broken("A message without a channel.");
        }
        return channel;
    }

    private static Instant moment(String ts) {
        BigDecimal seconds = new BigDecimal(ts);
        long whole = seconds.longValue();
        return Instant.ofEpochSecond(
                whole,
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }
}
