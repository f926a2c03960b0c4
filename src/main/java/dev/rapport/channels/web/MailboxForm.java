package dev.rapport.channels.web;

import dev.rapport.channels.Inbox;
import dev.rapport.shared.web.FormProblems;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox as it is entered. Passwords go in and never come out again.
 *
 * @param take which mail is read: {@code new}, {@code month} or {@code all}
 */
public record MailboxForm(
        @Nullable String name,
        @Nullable String address,
        @Nullable String imapHost,
        @Nullable String imapPort,
        @Nullable String imapSecurity,
        @Nullable String imapUser,
        @Nullable String imapPassword,
        @Nullable String smtpHost,
        @Nullable String smtpPort,
        @Nullable String smtpSecurity,
        @Nullable String smtpUser,
        @Nullable String smtpPassword,
        @Nullable String oauthUrl,
        @Nullable String oauthClient,
        @Nullable String oauthSecret,
        @Nullable String oauthRefresh,
        @Nullable String take) {

    static MailboxForm empty() {
        return new MailboxForm(
                null, null, null, "993", "TLS", null, null, null, "465", "TLS", null, null, null, null, null, null,
                "month");
    }

    static MailboxForm of(Inbox inbox) {
        Map<String, String> known = inbox.settings();
        return new MailboxForm(
                inbox.name(),
                inbox.address(),
                known.get("imap.host"),
                known.get("imap.port"),
                known.get("imap.security"),
                known.get("imap.user"),
                null,
                known.get("smtp.host"),
                known.get("smtp.port"),
                known.get("smtp.security"),
                known.get("smtp.user"),
                null,
                known.get("oauth.url"),
                known.get("oauth.client"),
                null,
                null,
                null);
    }

    /** The value of a field for the screen, never null. */
    public String shown(@Nullable String value) {
        return value == null ? "" : value;
    }

    String trimmedName() {
        return clean(name);
    }

    String trimmedAddress() {
        return clean(address).toLowerCase(Locale.ROOT);
    }

    FormProblems problems(boolean isNew) {
        return FormProblems.none()
                .when(clean(name).isEmpty() || clean(name).length() > 100, "name", "channels.problem.name")
                .when(isNew && !trimmedAddress().matches("[^\\s@]+@[^\\s@]+"), "address", "channels.problem.address")
                .when(clean(imapHost).isEmpty(), "imapHost", "channels.problem.host")
                .when(!isPort(imapPort), "imapPort", "channels.problem.port")
                .when(isNew && clean(imapPassword).isEmpty() && !isByKey(), "imapPassword", "channels.problem.password")
                .when(isByKey() && clean(oauthClient).isEmpty(), "oauthClient", "channels.problem.needed")
                .when(isNew && isByKey() && clean(oauthRefresh).isEmpty(), "oauthRefresh", "channels.problem.needed")
                .when(clean(smtpHost).isEmpty(), "smtpHost", "channels.problem.host")
                .when(!isPort(smtpPort), "smtpPort", "channels.problem.port");
    }

    /** Whether the provider wants OAuth2 instead of a password. */
    public boolean isByKey() {
        return !clean(oauthUrl).isEmpty();
    }

    /** Settings for a new mailbox. */
    Map<String, String> settings(LocalDate today) {
        Map<String, String> all =
                new HashMap<>(changed(Map.of("address", trimmedAddress(), "from.name", trimmedName())));
        switch (clean(take)) {
            case "new" -> all.put("since", today.toString());
            case "all" -> all.remove("since");
            default -> all.put("since", today.minusDays(30).toString());
        }
        return all;
    }

    /** Known settings with what the form changes. */
    Map<String, String> changed(Map<String, String> known) {
        Map<String, String> all = new HashMap<>(known);
        String address = Objects.requireNonNullElse(known.get("address"), trimmedAddress());
        all.put("imap.host", clean(imapHost));
        all.put("imap.port", clean(imapPort));
        all.put("imap.security", clean(imapSecurity));
        all.put("imap.user", clean(imapUser).isEmpty() ? address : clean(imapUser));
        all.put("smtp.host", clean(smtpHost));
        all.put("smtp.port", clean(smtpPort));
        all.put("smtp.security", clean(smtpSecurity));
        all.put("smtp.user", clean(smtpUser).isEmpty() ? all.getOrDefault("imap.user", address) : clean(smtpUser));
        all.put("oauth.url", clean(oauthUrl));
        all.put("oauth.client", clean(oauthClient));
        return all;
    }

    /** The passwords that were entered. */
    Map<String, String> secrets() {
        Map<String, String> entered = new HashMap<>();
        if (imapPassword != null && !imapPassword.isEmpty()) {
            entered.put("imap.password", imapPassword);
        }
        if (smtpPassword != null && !smtpPassword.isEmpty()) {
            entered.put("smtp.password", smtpPassword);
        }
        if (!clean(oauthSecret).isEmpty()) {
            entered.put("oauth.secret", clean(oauthSecret));
        }
        if (!clean(oauthRefresh).isEmpty()) {
            entered.put("oauth.refresh", clean(oauthRefresh));
            entered.put("oauth.until", "0");
        }
        return entered;
    }

    @Override
    public String toString() {
        return "MailboxForm[name=" + name + ", address=" + address + "]";
    }

    private static boolean isPort(@Nullable String value) {
        return clean(value).matches("[1-9]\\d{0,4}") && Integer.parseInt(clean(value)) < 65_536;
    }

    private static String clean(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
