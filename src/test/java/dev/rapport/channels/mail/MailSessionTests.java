package dev.rapport.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.spi.Connection;
import dev.rapport.shared.InboxId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailSessionTests {

    @Test
    void connectionSaysThatItIsAKey() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "address", "support@example.com",
                "imap.host", "imap.example.com",
                "imap.port", "993",
                "smtp.host", "smtp.example.com",
                "smtp.port", "465"));
        MailSettings mailbox = MailSettings.of(new Connection(new InboxId(1), "Care", settings, Map.of()), "a1");

        assertThat(MailSession.smtpSession(mailbox.smtp(), mailbox.patience())
                        .getProperty("mail.smtps.auth.mechanisms"))
                .isEqualTo("XOAUTH2");
        assertThat(mailbox.imap().password()).isEqualTo("a1");
    }
}
