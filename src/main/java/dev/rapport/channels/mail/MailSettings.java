package dev.rapport.channels.mail;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox's settings by name: {@code address}, {@code from.name}, {@code imap.host}, {@code imap.port},
 * {@code imap.security} (TLS, STARTTLS, NONE), {@code imap.user}, {@code imap.folder}, {@code imap.sent}, the same for
 * {@code smtp}, {@code since} (an ISO date; older mail stays unread), {@code plus} (replies to {@code us+token@} arrive),
 * {@code insecure} (connections without encryption are wanted), {@code read.seconds} (how long a server may be silent).
 * Secrets: {@code imap.password}, {@code smtp.password}; with {@code oauth.url} those of {@link dev.rapport.channels.oauth.OAuthKeys}.
 *
 * @param sent the folder that gets a copy of what is sent; empty to find it, {@code -} for none
 */
record MailSettings(
        String address,
        @Nullable String fromName,
        Server imap,
        Server smtp,
        String folder,
        @Nullable String sent,
        @Nullable LocalDate since,
        boolean plus,
        Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How a connection is protected. */
    enum Security {
        TLS,
        STARTTLS,
        NONE
    }

    /**
     * One server and who we are there; an empty user means that it asks for none.
     *
     * @param byKey whether the password is a key of OAuth2
     */
    record Server(
            String host,
            int port,
            Security security,
            @Nullable String user,
            @Nullable String password,
            boolean byKey) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    static MailSettings of(Connection inbox) {
        return of(inbox, null);
    }

    /** @param key of OAuth2, in place of passwords */
    static MailSettings of(Connection inbox, @Nullable String key) {
        return new MailSettings(
                inbox.required("address").strip().toLowerCase(Locale.ROOT),
                given(inbox, "from.name"),
                server(inbox, "imap", key == null ? inbox.secret("imap.password") : key, key != null),
                server(inbox, "smtp", key == null ? smtpPassword(inbox) : key, key != null),
                orElse(given(inbox, "imap.folder"), "INBOX"),
                given(inbox, "imap.sent"),
                since(inbox),
                Boolean.parseBoolean(inbox.setting("plus")),
                patience(inbox));
    }

    /** The part of our address behind the {@code @}. */
    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static Server server(Connection inbox, String which, @Nullable String password, boolean byKey) {
        String host = inbox.required(which + ".host").strip();
        Security security = security(inbox, which);
        if (security == Security.NONE && !isLoopback(host) && !Boolean.parseBoolean(inbox.setting("insecure"))) {
            throw new Fault.Refused(
                    "A connection to " + host + " without encryption would show the password to others.");
        }
        return new Server(host, port(inbox, which), security, given(inbox, which + ".user"), password, byKey);
    }

    private static Security security(Connection inbox, String which) {
        String value = orElse(given(inbox, which + ".security"), "TLS").toUpperCase(Locale.ROOT);
        try {
            return Security.valueOf(value);
        } catch (IllegalArgumentException e) {
            throw new Fault.Refused("“" + value + "” is no way to protect a connection.");
        }
    }

    private static int port(Connection inbox, String which) {
        String value = inbox.required(which + ".port").strip();
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for a number that is no port.
        }
        throw new Fault.Refused("“" + value + "” is no port.");
    }

    private static Duration patience(Connection inbox) {
        String value = orElse(given(inbox, "read.seconds"), "");
        return value.matches("[1-9]\\d{0,2}") ? Duration.ofSeconds(Long.parseLong(value)) : PATIENCE;
    }

    private static @Nullable LocalDate since(Connection inbox) {
        String value = given(inbox, "since");
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new Fault.Refused("“" + value + "” is no date.");
        }
    }

    private static @Nullable String smtpPassword(Connection inbox) {
        String own = inbox.secret("smtp.password");
        return own == null || own.isEmpty() ? inbox.secret("imap.password") : own;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static @Nullable String given(Connection inbox, String key) {
        String value = inbox.setting(key);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null ? other : value;
    }
}
