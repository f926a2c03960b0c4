package dev.rapport.channels.mail;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a mail was written.
 *
 * @param offsetMinutes the writer's own offset from UTC, when the mail says it credibly
 */
record MailDate(Instant at, @Nullable Integer offsetMinutes) {

    private static final Instant FIRST_CREDIBLE = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2})(\\d{2})\\s*(\\(.*\\))?$");

    /** The Date header, or {@code receivedAt} when there is none or it lies before e-mail or in the future. */
    static MailDate of(MailHeaders headers, Instant receivedAt) {
        String raw = headers.raw("Date");
        if (raw == null) {
            return new MailDate(receivedAt, null);
        }
        try {
            Instant at = new MailDateFormat().parse(raw).toInstant();
            boolean credible = at.isAfter(FIRST_CREDIBLE) && at.isBefore(receivedAt.plus(CLOCKS_DIFFER));
            return credible ? new MailDate(at, offset(raw)) : new MailDate(receivedAt, null);
        } catch (ParseException e) {
            return new MailDate(receivedAt, null);
        }
    }

    /** {@code -0000} says that the offset is not known (RFC 5322, 3.3). */
    private static @Nullable Integer offset(String raw) {
        Matcher offset = OFFSET.matcher(raw);
        if (!offset.find() || offset.group().startsWith("-0000")) {
            return null;
        }
        int minutes = Integer.parseInt(offset.group(2)) * 60 + Integer.parseInt(offset.group(3));
        return minutes > 14 * 60
                ? null
                : offset.group(1).equals("-") ? Integer.valueOf(-minutes) : Integer.valueOf(minutes);
    }
}
