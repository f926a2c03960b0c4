package dev.rapport.channels.mail;

import dev.rapport.channels.spi.Fault;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** What has to happen next when a mail server says no: by its codes (RFC 5530, RFC 5321), never by its wording. */
final class MailFaults {

    private static final Set<String> PASSING = Set.of("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]");
    private static final Set<Integer> WRONG_PASSWORD = Set.of(530, 534, 535, 538);

    private MailFaults() {}

    /** A failure while connecting to IMAP or reading from it. */
    static Fault reading(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            String answer = said(e);
            boolean passing = PASSING.stream().anyMatch(answer.toUpperCase(Locale.ROOT)::startsWith);
            return passing ? new Fault.Broken(answer, e) : new Fault.Auth(answer);
        }
        return new Fault.Broken(said(e), e);
    }

    /** A failure while connecting to SMTP: nothing was sent. */
    static Fault connecting(MessagingException e, SMTPTransport transport) {
        if (e instanceof AuthenticationFailedException) {
            int code = transport.getLastReturnCode();
            return code < 400 || WRONG_PASSWORD.contains(code) ? new Fault.Auth(said(e)) : new Fault.Broken(said(e), e);
        }
        return new Fault.Broken(said(e), e);
    }

    /** A failure after the sending began. A code is the server's own no; without one nobody knows. */
    static Fault sending(MessagingException e) {
        List<Integer> codes = codes(e);
        if (codes.isEmpty()) {
            return new Fault.Unsure(said(e), e);
        }
        if (codes.stream().anyMatch(WRONG_PASSWORD::contains)) {
            return new Fault.Auth(said(e));
        }
        boolean forGood = codes.stream().anyMatch(code -> code >= 500);
        return forGood ? new Fault.Refused(said(e)) : new Fault.Broken(said(e), e);
    }

    private static List<Integer> codes(MessagingException failure) {
        List<Integer> codes = new ArrayList<>();
        for (Exception e = failure; e instanceof MessagingException one; e = one.getNextException()) {
            int code = switch (one) {
                case SMTPSendFailedException sending -> sending.getReturnCode();
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                default -> -1;
            };
            if (code >= 400) {
                codes.add(code);
            }
        }
        return codes;
    }

    /** The last words of the failure that say something. */
    static String said(MessagingException failure) {
        String said = failure.getMessage();
        Exception next = failure.getNextException();
        String deeper = next == null ? null : next.getMessage();
        String words = said == null || said.isBlank() ? deeper : said;
        String text = words == null ? failure.getClass().getSimpleName() : words.strip();
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }
}
