package dev.rapport.channels.telegram;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.Payloads;
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
import dev.rapport.channels.telegram.TelegramUpdate.Message;
import dev.rapport.shared.Hmac;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A Telegram bot. Telegram delivers each message once, with a secret in a header, and keeps what it could not deliver for a day;
 * there is no history to ask for.
 */
@Component
class TelegramConnector implements Receiver {

    static final String KIND = "telegram";
    static final String TOKEN = "token";
    static final String SECRET = "signing";

    /** Where the Bot API is; another one for a server of one's own. */
    static final String API = "api";

    private static final String TELEGRAM = "https://api.telegram.org";
    private static final int LONGEST = 4_096;

    private final Calls calls;
    private final Clock clock;

    TelegramConnector(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
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
        return Optional.of(new Setup(KIND, false, List.of(Setup.secret(TOKEN), Setup.made(SECRET))));
    }

    /** A bot's number stands before the colon of its token. */
    @Override
    public Optional<String> ourselves(Connection inbox) {
        String token = inbox.secret(TOKEN);
        return Optional.ofNullable(token).map(it -> it.replaceFirst(":.*", ""));
    }

    @Override
    public Receipt receive(Connection inbox, Delivery delivery) {
        List<String> secrets = inbox.eitherSecret(SECRET);
        String given = delivery.header("X-Telegram-Bot-Api-Secret-Token");
        if (secrets.isEmpty()) {
            return new Receipt.Inert();
        }
        if (given == null || secrets.stream().noneMatch(secret -> Hmac.same(secret, given))) {
            return new Receipt.Refused("The header X-Telegram-Bot-Api-Secret-Token is missing or wrong.");
        }
        return new Receipt.Genuine(updateId(delivery));
    }

    @Override
    public Interpreted interpret(Connection inbox, Delivery delivery) {
        TelegramUpdate update = Payloads.of(delivery.body(), TelegramUpdate.class);
        Message said = first(update.message(), update.channelPost());
        Message edited = first(update.editedMessage(), update.editedChannelPost());
        if (said != null) {
            return Interpreted.of(List.of(told(said).item()));
        }
        return edited == null
                ? Interpreted.unrouted("Update " + update.updateId() + " holds no message.")
                : Interpreted.of(
                        List.of(told(edited).edited("e" + edited.editDate()).item()));
    }

    @Override
    public Optional<Health> subscribe(Connection inbox, String address) {
        Map<String, Object> body = Map.of(
                "url", address,
                "secret_token", Objects.requireNonNull(inbox.secret(SECRET)),
                "allowed_updates", List.of("message", "edited_message", "channel_post", "edited_channel_post"));
        answered(inbox, Call.post(method(inbox, "setWebhook"), body));
        return Optional.of(Health.of(List.of(new Health.Step("subscribed", true, List.of()))));
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        throw new UnsupportedOperationException("Telegram delivers; asking it as well is not possible.");
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        String answered = reply.inReplyTo();
        if (answered == null || !answered.matches("-?\\d+/\\d+")) {
            throw new Fault.Refused("Only a message of Telegram can be answered.");
        }
        String[] place = answered.split("/", -1);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("chat_id", Long.valueOf(place[0]));
        body.put("text", reply.text());
        body.put("reply_parameters", Map.of("message_id", Long.valueOf(place[1]), "allow_sending_without_reply", true));
        Answer answer = answered(inbox, Call.post(method(inbox, "sendMessage"), body));
        Message message = Payloads.of(answer, TelegramUpdate.SentMessage.class).result();
        if (message == null) {
            throw new Fault.Unsure("Telegram took it and gave it no number.", new IllegalStateException("no result"));
        }
        return new Sent(id(message), null, Instant.ofEpochSecond(message.date()));
    }

    /** A bot cannot read what it wrote. */
    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        return Optional.empty();
    }

    @Override
    public Health probe(Connection inbox) {
        try {
            TelegramUpdate.User me = Payloads.of(
                            answered(inbox, Call.get(method(inbox, "getMe"))), TelegramUpdate.Me.class)
                    .result();
            String name = me == null ? "" : String.valueOf(me.username());
            return Health.of(List.of(new Health.Step("telegram.bot", me != null, List.of(name))));
        } catch (Fault fault) {
            return Health.of(
                    List.of(new Health.Step("telegram.bot", false, List.of(String.valueOf(fault.getMessage())))));
        }
    }

    private Answer answered(Connection inbox, Call call) {
        Answer answer = calls.make(call);
        if (answer.isOk()) {
            return answer;
        }
        Fault fault = calls.refusal(call, answer);
        TelegramUpdate.Answered said =
                answer.headers().getContentType() == null ? null : Payloads.of(answer, TelegramUpdate.Answered.class);
        TelegramUpdate.Parameters parameters = said == null ? null : said.parameters();
        Integer wait = parameters == null ? null : parameters.retryAfter();
        String why = "Telegram answered " + answer.status() + (said == null ? "" : ": " + said.description());
        throw switch (answer.status()) {
            case 401, 404 -> new Fault.Auth(why);
            case 429 -> new Fault.Slow(why, clock.instant().plusSeconds(wait == null ? 30 : wait));
            case 400, 403 -> new Fault.Refused(why);
            default -> fault;
        };
    }

    private static URI method(Connection inbox, String method) {
        String api = inbox.setting(API);
        return URI.create(
                (api == null || api.isEmpty() ? TELEGRAM : api) + "/bot" + inbox.secret(TOKEN) + "/" + method);
    }

    private static Told told(Message message) {
        TelegramUpdate.Chat chat = message.chat();
        boolean isDirect = chat.type().equals("private");
        boolean isPublic = chat.username() != null && !isDirect;
        Long topic = message.messageThreadId();
        Message parent = message.replyToMessage();
        String thread = "chat:" + chat.id() + (topic == null ? "" : ":" + topic);
        return Told.by(author(message), id(message), Instant.ofEpochSecond(message.date()))
                .says(message.text() == null ? message.caption() : message.text())
                .at(isPublic ? "https://t.me/" + chat.username() + "/" + message.messageId() : null)
                .in(isDirect ? null : new Place(chat.type(), Long.toString(chat.id()), chat.title()))
                .answering(parent == null ? null : id(parent))
                .within(isPublic ? null : thread)
                .privately(!isPublic)
                .speaking(message.from() == null ? null : message.from().languageCode())
                .with(files(message));
    }

    private static Author author(Message message) {
        TelegramUpdate.User user = message.from();
        TelegramUpdate.Chat as = message.senderChat() == null ? message.chat() : message.senderChat();
        if (user == null) {
            return Author.of(KIND, Long.toString(as.id()), as.username(), as.title());
        }
        String name = Stream.of(user.firstName(), user.lastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        boolean bot = Boolean.TRUE.equals(user.isBot());
        return new Author(KIND, Long.toString(user.id()), user.username(), name, null, null, null, null, false, bot);
    }

    /** Files are named; fetching them takes a call of its own. */
    private static List<Media> files(Message message) {
        List<Media> files = new ArrayList<>();
        List<TelegramUpdate.File> photo = message.photo();
        if (photo != null && !photo.isEmpty()) {
            files.add(media("photo.jpg", "image/jpeg", photo.getLast()));
        }
        Stream.of(message.document(), message.voice(), message.video())
                .filter(Objects::nonNull)
                .forEach(file -> files.add(media(file.fileName(), file.mimeType(), file)));
        return files;
    }

    private static Media media(@Nullable String name, @Nullable String type, TelegramUpdate.File file) {
        return new Media(name, type, file.fileSize(), null, null, null, "It lies at Telegram and is not fetched.");
    }

    private static String id(Message message) {
        return message.chat().id() + "/" + message.messageId();
    }

    private static @Nullable String updateId(Delivery delivery) {
        try {
            return "update:"
                    + Payloads.of(delivery.body(), TelegramUpdate.class).updateId();
        } catch (Fault.Broken unreadable) {
            return null;
        }
    }

    private static @Nullable Message first(@Nullable Message one, @Nullable Message other) {
        return one == null ? other : one;
    }
}
