package dev.rapport.channels.mail;

import dev.rapport.channels.spi.Heard.Manner;
import java.util.Set;

/**
 * Whether a person wrote it, or a list, a machine or the post office: by RFC 3834 (automatic answers), RFC 2919 and 2369
 * (lists), RFC 3464 (bounces) and the headers that programs used before them.
 */
final class MailManner {

    private static final Set<String> MACHINES_OF_OLD =
            Set.of("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Mail-Autoreply");

    private MailManner() {}

    static Manner of(MailHeaders headers) {
        if (isBounce(headers)) {
            return Manner.BOUNCE;
        }
        if (isAnsweredByMachine(headers)) {
            return Manner.AUTOMATIC;
        }
        if (isList(headers)) {
            return Manner.LIST;
        }
        return isMachine(headers) ? Manner.AUTOMATIC : Manner.PERSONAL;
    }

    private static boolean isBounce(MailHeaders headers) {
        String type = headers.lower("Content-Type");
        boolean report = type.startsWith("multipart/report") && type.contains("delivery-status");
        boolean postOffice = headers.lower("From").matches(".*\\b(mailer-daemon|postmaster)@.*");
        return report || postOffice && hasNoSender(headers);
    }

    private static boolean isAnsweredByMachine(MailHeaders headers) {
        return headers.lower("Auto-Submitted").startsWith("auto-replied")
                || headers.lower("Precedence").equals("auto_reply")
                || MACHINES_OF_OLD.stream().anyMatch(headers::has);
    }

    private static boolean isList(MailHeaders headers) {
        return headers.has("List-Id")
                || headers.has("List-Unsubscribe")
                || headers.lower("Precedence").equals("list");
    }

    private static boolean isMachine(MailHeaders headers) {
        String submitted = headers.lower("Auto-Submitted");
        String precedence = headers.lower("Precedence");
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || precedence.equals("bulk")
                || precedence.equals("junk")
                || headers.lower("Content-Type").startsWith("multipart/report")
                || hasNoSender(headers);
    }

    /** Nobody wants to hear that it did not arrive: what machines say to avoid answering one another for ever. */
    private static boolean hasNoSender(MailHeaders headers) {
        return headers.lower("Return-Path").equals("<>");
    }
}
