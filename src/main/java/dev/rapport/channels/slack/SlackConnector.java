package dev.rapport.channels.slack;

import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.paging.Cursors;
import dev.rapport.channels.paging.From;
import dev.rapport.channels.slack.SlackEvent.Event;
import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Receipt;
import dev.rapport.channels.spi.Receiver;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.channels.spi.Setup;
import dev.rapport.shared.Hmac;
import dev.rapport.shared.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * A Slack workspace, by an app of one's own. Everything in a workspace is private to it. Slack delivers, and tries three more
 * times within hours; what it could not deliver is read from the channels' histories. Settings: {@code take} (new, latest, all:
 * where that begins). Secrets: {@code token}, {@code signing}.
 */
@Component
class SlackConnector implements Receiver {

    static final String KIND = SlackMessages.NETWORK;
    static final String SIGNING = "signing";

    private static final int LONGEST = 12_000;

    /** Deliveries come at once; the fetching only looks after them. */
    private static final Duration REST = Duration.ofMinutes(10);

    private final Calls calls;
    private final Clock clock;

    SlackConnector(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Abilities abilities() {
        return new Abilities(true, true, true, false, LONGEST);
    }

    @Override
    public Optional<Setup> setup() {
        return Optional.of(new Setup(KIND, false, List.of(Setup.secret(SlackApi.TOKEN), Setup.secret(SIGNING))));
    }

    @Override
    public Optional<String> ourselves(Connection inbox) {
        return Optional.of(me(inbox).path("user_id").asString("")).filter(id -> !id.isEmpty());
    }

    @Override
    public Optional<Duration> rest(Connection inbox) {
        return Optional.of(REST);
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
                        SlackMessages.isSaid(subtype)
                                ? List.of(SlackMessages.told(event, channel(event))
                                        .item())
                                : List.of());
        };
    }

    /** Slack tells of a change also when it only adds a picture of a link; then the words are as they were. */
    private static Interpreted changed(Event event) {
        Event now = event.message();
        SlackEvent.Edited edited = now == null ? null : now.edited();
        return now == null || edited == null
                ? Interpreted.of(List.of())
                : Interpreted.of(List.of(SlackMessages.edited(SlackMessages.told(now, channel(event)), edited)
                        .item()));
    }

    private static Interpreted deleted(Event event) {
        Event before = event.previousMessage();
        String ts = event.deletedTs();
        if (before == null || ts == null) {
            return Interpreted.of(List.of());
        }
        return Interpreted.of(
                List.of(SlackMessages.told(before, channel(event)).deleted().item()));
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        return history(inbox).next(Cursors.read(after, SlackCursor.class, SlackCursor.START));
    }

    @Override
    public Item again(Connection inbox, Item.Unreadable kept) {
        return SlackMessages.again(kept);
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        String answered = answered(reply);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("channel", SlackMessages.channelOf(answered));
        body.put("text", SlackText.written(reply.text()));
        body.put("thread_ts", SlackMessages.tsOf(answered));
        body.put("unfurl_links", false);
        String ts = api(inbox).tell("chat.postMessage", body).path("ts").asString("");
        if (ts.isEmpty()) {
            throw new Fault.Unsure("Slack took it and gave it no number.", new IllegalStateException("no ts"));
        }
        return sent(SlackMessages.channelOf(answered), ts);
    }

    /**
     * Looks for a reply in its thread. Slack writes some letters in its own way, emoji among them: when there is something of
     * ours in other words, nobody can tell.
     */
    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        String answered = answered(reply);
        String channel = SlackMessages.channelOf(answered);
        String us = me(inbox).path("user_id").asString("");
        String since = Long.toString(reply.writtenAt().getEpochSecond() - 1);
        List<JsonNode> ours = history(inbox).thread(channel, SlackMessages.tsOf(answered), since).stream()
                .filter(one -> one.path("user").asString("").equals(us))
                .toList();
        Optional<Landing> same = ours.stream()
                .filter(one -> SlackText.read(one.path("text").asString(""))
                        .strip()
                        .equals(reply.text().strip()))
                .findFirst()
                .map(one -> new Landing(true, sent(channel, SlackMarks.ts(one))));
        return same.isPresent() || !ours.isEmpty() ? same : Optional.of(new Landing(false, null));
    }

    @Override
    public Health probe(Connection inbox) {
        try {
            JsonNode me = me(inbox);
            List<String> seen =
                    List.of(me.path("user").asString(""), me.path("team").asString(""));
            return Health.of(List.of(new Health.Step("slack.app", true, seen), channels(inbox)));
        } catch (Fault fault) {
            return Health.of(List.of(new Health.Step("slack.app", false, List.of(String.valueOf(fault.getMessage())))));
        }
    }

    /** Without the right to see its channels the app cannot fetch what was missed. */
    private Health.Step channels(Connection inbox) {
        try {
            String number = Integer.toString(history(inbox).channels().size());
            return new Health.Step("slack.channels", true, List.of(number));
        } catch (Fault.Refused lacksRight) {
            return new Health.Step("slack.channels", false, List.of(String.valueOf(lacksRight.getMessage())));
        }
    }

    private static String answered(Reply reply) {
        String answered = reply.inReplyTo();
        if (answered == null || answered.indexOf('/') < 0) {
            throw new Fault.Refused("Only a message of Slack can be answered.");
        }
        return answered;
    }

    private static Sent sent(String channel, String ts) {
        return new Sent(channel + "/" + ts, null, SlackMessages.moment(ts));
    }

    private JsonNode me(Connection inbox) {
        return api(inbox).ask("auth.test");
    }

    private SlackHistory history(Connection inbox) {
        return new SlackHistory(api(inbox), From.of(inbox));
    }

    private SlackApi api(Connection inbox) {
        return new SlackApi(calls, clock, inbox);
    }

    private static String channel(Event event) {
        String channel = event.channel();
        if (channel == null) {
            throw new Fault.Broken("A message without a channel.");
        }
        return channel;
    }
}
