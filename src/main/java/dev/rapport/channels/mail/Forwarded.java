package dev.rapport.channels.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a colleague passed on by hand: who wrote it, and what they wrote. Read only in mails from our own domain, where
 * it is the customer's words that count and not the line above them.
 */
record Forwarded(String address, @Nullable String name, String words) {

    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int MOST_HEADERS = 12;

    private static final Pattern BEGINNING = Pattern.compile(
            "^\\s*>?\\s*(-{2,}|_{2,})\\s*(forwarded message|message transféré|weitergeleitete nachricht|mensaje reenviado"
                    + "|messaggio inoltrato|original message|message d.origine|ursprüngliche nachricht)\\s*(-{2,}|_{2,})?\\s*$"
                    + "|^\\s*(begin forwarded message|début du message transféré|anfang der weitergeleiteten nachricht)\\s*:\\s*$",
            CASE);
    private static final Pattern FROM = Pattern.compile("^\\s*>?\\s*\\*?(from|de|von|da)\\s*:\\*?\\s+(\\S.*)$", CASE);
    private static final Pattern PASSED_ON =
            Pattern.compile("^\\s*(fwd?|wg|tr|i|rv|enc)\\s*:.*", CASE | Pattern.DOTALL);

    /**
     * What was passed on.
     *
     * @param subject of the mail; without a mark of forwarding there it is an answer that quotes
     */
    static Optional<Forwarded> of(@Nullable String subject, String whole) {
        if (subject == null || !PASSED_ON.matcher(subject).matches()) {
            return Optional.empty();
        }
        List<String> lines = whole.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (BEGINNING.matcher(lines.get(i)).matches()) {
                return below(lines.subList(i + 1, lines.size()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Forwarded> below(List<String> lines) {
        InternetAddress author = null;
        int at = 0;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        for (int end = Math.min(lines.size(), at + MOST_HEADERS);
                at < end && !lines.get(at).isBlank();
                at++) {
            Matcher from = FROM.matcher(lines.get(at));
            if (author == null && from.matches()) {
                author = address(from.group(2));
            }
        }
        if (author == null) {
            return Optional.empty();
        }
        String name = author.getPersonal();
        return Optional.of(new Forwarded(
                author.getAddress().toLowerCase(Locale.ROOT),
                name == null || name.isBlank() ? null : name.strip(),
                String.join("\n", lines.subList(at, lines.size()))
                        .replaceAll("(?m)^> ?", "")
                        .strip()));
    }

    /** {@code Amira Haddad <amira@example.net>}, as programs write it, also with {@code [mailto:…]}. */
    private static @Nullable InternetAddress address(String text) {
        try {
            String plain = text.replaceAll("\\[mailto:([^\\]]+)]", "<$1>").replace("*", "");
            InternetAddress[] all = InternetAddress.parse(plain, false);
            boolean usable = all.length == 1
                    && all[0].getAddress() != null
                    && all[0].getAddress().matches("[^\\s@]+@[^\\s@]+");
            return usable ? all[0] : null;
        } catch (AddressException e) {
            return null;
        }
    }
}
