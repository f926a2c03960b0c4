package dev.rapport.channels.meta;

import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Interpreted;
import dev.rapport.channels.spi.Media;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.channels.spi.Told;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A WhatsApp number in Meta's cloud. It is delivered only: what is missed cannot be asked for. Answers are free for a day after
 * the customer wrote; later Meta declines them.
 */
@Component
final class WhatsAppConnector extends MetaConnector {

    static final String KIND = "whatsapp";
    static final String PHONE = "phone";

    private static final int LONGEST = 4_096;

    WhatsAppConnector(Graph graph) {
        super(graph, KIND, PHONE, "display_phone_number", LONGEST, false);
    }

    /** One delivery may be about several numbers of a business: each change names its own. */
    @Override
    public Interpreted interpret(Connection inbox, Delivery delivery) {
        String phone = inbox.required(PHONE);
        return MetaBatchReader.read(delivery, "whatsapp_business_account", new MetaBatchReader.Parts() {
            @Override
            public boolean isOurs(MetaBatch.Entry entry) {
                return true;
            }

            @Override
            public void change(MetaBatch.Change change, MetaBatchReader.Found found) {
                if (!change.field().equals("messages")) {
                    found.unknown("The field “" + change.field() + "” is not known here.");
                    return;
                }
                WhatsAppValue value = MetaBatchReader.value(change.value(), WhatsAppValue.class);
                WhatsAppValue.Metadata about = value.metadata();
                if (about == null || !phone.equals(about.phoneNumberId())) {
                    String number = about == null ? "" : String.valueOf(about.displayPhoneNumber());
                    found.unknown("Nobody here stands for the number " + number + ".");
                } else {
                    add(value, found);
                }
            }

            @Override
            public void direct(MetaBatch.Direct direct, MetaBatchReader.Found found) {
                found.unknown("A message of Messenger came to a WhatsApp number.");
            }
        });
    }

    private static void add(WhatsAppValue value, MetaBatchReader.Found found) {
        List<WhatsAppValue.Message> messages = value.messages();
        if (messages == null) {
            return;
        }
        for (WhatsAppValue.Message message : messages) {
            if (!message.type().equals("reaction")) {
                found.add(told(message, name(value, message.from())).item());
            }
        }
    }

    private static Told told(WhatsAppValue.Message message, @Nullable String name) {
        if (!message.timestamp().matches("\\d{1,12}")) {
            throw new Fault.Broken("The message “" + message.id() + "” has no time.");
        }
        WhatsAppValue.Context context = message.context();
        return Told.by(
                        Author.of(KIND, message.from(), "+" + message.from(), name),
                        message.id(),
                        Instant.ofEpochSecond(Long.parseLong(message.timestamp())))
                .says(words(message))
                .answering(context == null ? null : context.id())
                .within("chat:" + message.from())
                .privately(true)
                .with(files(message).map(WhatsAppConnector::media).toList());
    }

    private static @Nullable String words(WhatsAppValue.Message message) {
        WhatsAppValue.Text text = message.text();
        WhatsAppValue.Button button = message.button();
        WhatsAppValue.Interactive chosen = message.interactive();
        if (text != null) {
            return text.body();
        }
        if (button != null) {
            return button.text();
        }
        if (chosen != null) {
            WhatsAppValue.Choice choice = chosen.buttonReply() == null ? chosen.listReply() : chosen.buttonReply();
            return choice == null ? null : choice.title();
        }
        return files(message)
                .map(WhatsAppValue.File::caption)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Stream<WhatsAppValue.File> files(WhatsAppValue.Message message) {
        return Stream.of(message.image(), message.video(), message.audio(), message.document())
                .filter(Objects::nonNull);
    }

    private static Media media(WhatsAppValue.File file) {
        return new Media(
                file.filename(), file.mimeType(), null, null, null, null, "It lies at WhatsApp and is not fetched.");
    }

    private static @Nullable String name(WhatsAppValue value, String from) {
        List<WhatsAppValue.Contact> contacts = value.contacts();
        return contacts == null
                ? null
                : contacts.stream()
                        .filter(contact -> from.equals(contact.waId()))
                        .map(WhatsAppValue.Contact::profile)
                        .filter(Objects::nonNull)
                        .map(WhatsAppValue.Profile::name)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("messaging_product", "whatsapp");
        body.put("recipient_type", "individual");
        body.put("to", reply.to().getFirst());
        body.put("type", "text");
        body.put("text", Map.of("body", reply.text()));
        if (reply.inReplyTo() != null) {
            body.put("context", Map.of("message_id", reply.inReplyTo()));
        }
        List<WhatsAppValue.SentMessage.Id> sent = Payloads.of(
                        graph.post(inbox, "/" + inbox.required(PHONE) + "/messages", body),
                        WhatsAppValue.SentMessage.class)
                .messages();
        String id = sent == null || sent.isEmpty() ? null : sent.getFirst().id();
        return sent(id, reply);
    }
}
