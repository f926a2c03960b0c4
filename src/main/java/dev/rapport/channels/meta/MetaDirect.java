package dev.rapport.channels.meta;

import dev.rapport.channels.http.Payloads;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Media;
import dev.rapport.channels.spi.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Direct messages, which Messenger and Instagram bring and hold in the same form. */
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

    /**
     * A message as a conversation holds it.
     *
     * @param ours our id there
     */
    static Told fetched(String network, String ours, String id, JsonNode message) {
        Fetched said = Payloads.of(message, Fetched.class);
        Person author = said.from();
        if (author == null) {
            throw new Fault.Broken("A message without an author.");
        }
        String customer = author.id().equals(ours) ? said.to(author.id()) : author.id();
        return Told.by(
                        Author.of(network, author.id(), author.username(), author.name()),
                        id,
                        GraphTime.of(message.path("created_time")))
                .within("direct:" + customer)
                .privately(true)
                .says(said.message())
                .with(files(message.path("attachments").path("data")));
    }

    private record Fetched(
            @Nullable Person from,
            @Nullable People to,
            @Nullable String message) {

        String to(String otherwise) {
            List<Person> all = to == null ? null : to.data();
            return all == null || all.isEmpty() ? otherwise : all.getFirst().id();
        }
    }

    private record Person(
            String id, @Nullable String name, @Nullable String username) {}

    private record People(@Nullable List<Person> data) {}

    /** Pictures and films have their addresses at other places than files. */
    private static List<Media> files(JsonNode attachments) {
        List<Media> files = new ArrayList<>();
        attachments.forEach(one -> {
            String link = Stream.of(
                            one.path("image_data").path("url"),
                            one.path("video_data").path("url"),
                            one.path("file_url"))
                    .map(address -> address.asString(""))
                    .filter(address -> !address.isEmpty())
                    .findFirst()
                    .orElse("");
            String name = one.path("name").asString("");
            String type = one.path("mime_type").asString("");
            files.add(new Media(
                    name.isEmpty() ? null : name,
                    type.isEmpty() ? null : type,
                    null,
                    link.isEmpty() ? null : link,
                    null,
                    null,
                    null));
        });
        return files;
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
