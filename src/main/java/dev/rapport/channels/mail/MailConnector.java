package dev.rapport.channels.mail;

import dev.rapport.channels.http.Calls;
import dev.rapport.channels.oauth.OAuthKeys;
import dev.rapport.channels.oauth.TokenEndpoint;
import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Landing;
import dev.rapport.channels.spi.Page;
import dev.rapport.channels.spi.Reply;
import dev.rapport.channels.spi.Sent;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Keys;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Mailboxes: IMAP in, SMTP out, threads by Message-ID and, where the server knows plus-addresses, by signed ones. */
@Component
public class MailConnector implements Connector {

    private static final Logger log = LoggerFactory.getLogger(MailConnector.class);

    private final ThreadAddress threads;
    private final Calls calls;
    private final Clock clock;

    MailConnector(Keys keys, Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
        threads = new ThreadAddress(keys.forSigning("channels.mail.threads"));
    }

    @Override
    public String kind() {
        return "mail";
    }

    @Override
    public Abilities abilities() {
        return new Abilities(true, true, true, true, null);
    }

    @Override
    public Page fetch(Connection inbox, @Nullable Cursor after) {
        MailSettings settings = settings(inbox);
        try (OpenFolder open = OpenFolder.of(settings, settings.patience())) {
            return new ReadsFolder(open.folder(), settings, parser(inbox.inbox(), settings)).page(after);
        }
    }

    @Override
    public Sent send(Connection inbox, Reply reply) {
        MailSettings settings = settings(inbox);
        Session session = MailSession.smtpSession(settings.smtp(), settings.patience());
        MimeMessage mail;
        try {
            mail = new WritesMail(settings, threads).mail(inbox.inbox(), reply, session);
        } catch (MessagingException e) {
            throw new Fault.Refused("No mail can be made of it: " + MailFaults.said(e));
        }
        Smtp.deliver(settings.smtp(), session, mail);
        keepCopy(settings, mail, WritesMail.id(reply, settings));
        return new Sent(WritesMail.id(reply, settings), null, Instant.now());
    }

    @Override
    public Optional<Landing> find(Connection inbox, Reply reply) {
        MailSettings settings = settings(inbox);
        String id = WritesMail.id(reply, settings);
        return new SentFolder(settings).find(id).map(at -> new Landing(true, new Sent(id, null, at)));
    }

    @Override
    public Optional<String> idOf(Connection inbox, Reply reply) {
        return Optional.of(WritesMail.id(reply, MailSettings.of(inbox)));
    }

    @Override
    public Health probe(Connection inbox) {
        return new ProbesMail(settings(inbox)).probe();
    }

    @Override
    public Health prove(Connection inbox, Duration atMost) {
        return new ProvesMail(settings(inbox), inbox.inbox(), threads).prove(atMost);
    }

    @Override
    public boolean await(Connection inbox, @Nullable Cursor after, Duration atMost) throws InterruptedException {
        return new WaitsForMail(settings(inbox)).await(after, atMost);
    }

    @Override
    public Item again(Connection inbox, Item.Unreadable kept) {
        MailSettings settings = settings(inbox);
        MailParser parser = parser(inbox.inbox(), settings);
        if (kept.raw().length > 0) {
            return parser.item(kept.remoteId(), kept.raw(), Instant.now());
        }
        try (OpenFolder open = OpenFolder.of(settings, settings.patience())) {
            Item item = new ReadsFolder(open.folder(), settings, parser).again(kept.remoteId());
            return Objects.requireNonNullElse(item, kept);
        }
    }

    @Override
    public String host(Connection inbox) {
        return MailSettings.of(inbox).imap().host();
    }

    /** With a key that is good now, where the provider wants one. */
    private MailSettings settings(Connection inbox) {
        String provider = inbox.setting("oauth.url");
        if (provider == null || provider.isBlank()) {
            return MailSettings.of(inbox);
        }
        OAuthKeys keys = new OAuthKeys(calls, clock, inbox, TokenEndpoint.form(provider));
        return MailSettings.of(inbox, keys.fresh());
    }

    private MailParser parser(InboxId inbox, MailSettings settings) {
        String ours = settings.address();
        return new MailParser(ours, recipient -> threads.read(inbox, ours, recipient));
    }

    /** The mail has left: that no copy could be kept does not undo it. */
    private static void keepCopy(MailSettings settings, MimeMessage mail, String id) {
        try {
            new SentFolder(settings).keep(mail, id);
        } catch (Fault e) {
            log.warn("No copy of a sent mail could be kept: {}", e.getMessage());
        }
    }
}
