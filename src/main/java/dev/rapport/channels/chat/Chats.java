package dev.rapport.channels.chat;

import dev.rapport.access.PublicUrl;
import dev.rapport.channels.Inbox;
import dev.rapport.channels.Inboxes;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Intake;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is said in the chats of websites, in and out. */
@Component
class Chats {

    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private final ChatStore store;
    private final Inboxes inboxes;
    private final ObjectProvider<Intake> intake;
    private final URI home;
    private final Clock clock;

    Chats(ChatStore store, Inboxes inboxes, ObjectProvider<Intake> intake, PublicUrl publicUrl, Clock clock) {
        this.store = store;
        this.inboxes = inboxes;
        this.intake = intake;
        this.home = URI.create(publicUrl.of("/"));
        this.clock = clock;
    }

    Optional<Chat> at(String door) {
        return store.at(door, Origins.of(home));
    }

    /** Whether a visitor can expect an answer now. */
    boolean isSomebodyThere() {
        return store.isSomebodyThere(JUST_NOW, clock.instant());
    }

    /** Whether what is left while nobody is there can be answered by mail. */
    boolean takesLetters(Chat chat) {
        return mailbox(chat).isPresent();
    }

    /** Takes what a visitor said; the same once more changes nothing. */
    @Transactional
    public void say(Chat chat, Visitor visitor, SaidInChat said, Locale language) {
        String name = said.calledName();
        Author author = Author.of(
                ChatConnector.KIND, visitor.id().toString(), null, name == null ? "Visitor " + visitor.label() : name);
        String thread = ChatConnector.KIND + ":" + visitor.id();
        Heard heard = heard(visitor.id() + ":" + said.id(), author, List.of(), null, thread, said, language);
        intake.getObject().accept(chat.inbox(), List.of(heard), false);
        store.heard(chat.inbox());
    }

    /** Takes what a visitor left for an answer by mail: it is a mail to the chat's mailbox from then on. */
    @Transactional
    public void leave(Chat chat, SaidInChat said, String title, Locale language) {
        Inbox mailbox = mailbox(chat).orElseThrow();
        String address = said.mailAddress();
        Author author = Author.of("mail", address, address, said.calledName());
        String id = "<" + said.id() + "@" + home.getHost() + ">";
        List<String> to = mailbox.address() == null ? List.of() : List.of(mailbox.address());
        Heard heard = heard(id, author, to, title, null, said, language);
        intake.getObject().accept(mailbox.id(), List.of(heard), false);
        store.heard(mailbox.id());
    }

    List<ChatStore.Line> answers(Visitor visitor) {
        return store.answers(visitor);
    }

    private Optional<Inbox> mailbox(Chat chat) {
        return Optional.ofNullable(chat.mailbox())
                .flatMap(inboxes::find)
                .filter(inbox -> inbox.kind().equals("mail"));
    }

    private Heard heard(
            String id,
            Author author,
            List<String> to,
            @Nullable String title,
            @Nullable String thread,
            SaidInChat said,
            Locale language) {
        Instant now = clock.instant();
        return new Heard(
                id,
                "",
                Heard.Kind.SAID,
                said.pageShown(),
                author,
                to,
                null,
                said.words(),
                null,
                title,
                now,
                null,
                null,
                List.of(),
                null,
                thread,
                thread != null,
                Heard.Visibility.PRIVATE,
                null,
                null,
                null,
                language.toLanguageTag(),
                Heard.Manner.PERSONAL,
                List.of());
    }
}
