package dev.rapport.channels.mail;

import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a mail. A form on a website or a list sends for many people from one address and names each in Reply-To: then
 * the author is that person, or everybody who ever used the form would become one.
 *
 * @param address in lower case
 * @param throughForm whether a machine passed on what a person wrote
 */
record MailAuthor(String address, @Nullable String name, boolean throughForm) {

    private static final Pattern SENDS_FOR_OTHERS = Pattern.compile(
            "(no-?reply|do-?not-?reply|forms?|website|webform|contact-?form|wordpress|www-data|mailer)\\b.*");

    /** @throws IllegalArgumentException when it names nobody */
    static MailAuthor of(MailHeaders headers, String ours) {
        InternetAddress from = Stream.of("From", "Sender", "Return-Path")
                .flatMap(name -> headers.addresses(name).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("It names no sender"));
        String address = lower(from);
        List<InternetAddress> replyTo = headers.addresses("Reply-To");
        boolean passedOn =
                address.equals(ours) || SENDS_FOR_OTHERS.matcher(address).matches() || isList(headers, address);
        if (passedOn && replyTo.size() == 1 && !isOurs(lower(replyTo.getFirst()), ours)) {
            InternetAddress person = replyTo.getFirst();
            boolean same = lower(person).equals(address);
            return new MailAuthor(lower(person), name(same ? from : person), !same && !headers.has("List-Id"));
        }
        return new MailAuthor(address, name(from), false);
    }

    private static boolean isList(MailHeaders headers, String address) {
        return headers.lower("List-Post").contains("mailto:" + address);
    }

    private static boolean isOurs(String address, String ours) {
        int at = ours.lastIndexOf('@');
        boolean tagged = address.startsWith(ours.substring(0, at) + "+") && address.endsWith(ours.substring(at));
        return address.equals(ours) || tagged;
    }

    private static String lower(InternetAddress address) {
        return address.getAddress().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String name(InternetAddress address) {
        String name = address.getPersonal() == null ? "" : MailHeaders.readable(address.getPersonal());
        return name.isEmpty() || name.equalsIgnoreCase(address.getAddress()) ? null : name;
    }
}
