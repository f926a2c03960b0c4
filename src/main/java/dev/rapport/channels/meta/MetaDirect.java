package dev.rapport.channels.meta;

import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Media;
import dev.rapport.channels.spi.Told;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Direct messages, which Messenger and Instagram bring in the same form. */
final class MetaDirect {

    private MetaDirect() {}

    /** Adds what was said; that something was delivered, read or liked says nothing. */
    static void add(MetaBatch.Direct direct, String network, MetaBatchReader.Found found) {
        MetaBatch.Party sender = direct.sender();
        MetaBatch.Party recipient = direct.recipient();
        Long at = direct.timestamp();
        if (sender == null || recipient == null || at == null) {
            return;
        }
        MetaBatch.Message message = direct.message();
        MetaBatch.Postback button = direct.postback();
        if (message != null) {
            boolean echo = Boolean.TRUE.equals(message.isEcho());
            MetaBatch.Parent parent = message.replyTo();
            Told told = told(network, sender.id(), echo ? recipient.id() : sender.id(), message.mid(), at)
                    .says(message.text())
                    .answering(parent == null ? null : parent.mid())
                    .with(files(message.attachments()));
            found.add(Boolean.TRUE.equals(message.isDeleted()) ? told.deleted().item() : told.item());
        } else if (button != null && button.mid() != null) {
            found.add(told(network, sender.id(), sender.id(), button.mid(), at)
                    .says(button.title())
                    .item());
        }
    }

    /** Our own words come back as echoes: their thread is the customer's as well. */
    private static Told told(String network, String author, String customer, String id, long at) {
        return Told.by(Author.of(network, author, null, null), id, Instant.ofEpochMilli(at))
                .within("direct:" + customer)
                .privately(true);
    }

    private static List<Media> files(@Nullable List<MetaBatch.Attachment> attachments) {
        return attachments == null
                ? List.of()
                : attachments.stream()
                        .map(one -> new Media(
                                one.type(),
                                null,
                                null,
                                one.payload() == null ? null : one.payload().url(),
                                null,
                                null,
                                null))
                        .toList();
    }
}
