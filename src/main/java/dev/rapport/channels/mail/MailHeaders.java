package dev.rapport.channels.mail;

import dev.rapport.channels.spi.Place;
import dev.rapport.channels.text.PlainText;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mail's headers, read as forgivingly as people's programs write them. */
final class MailHeaders {

    private static final Pattern LIST_ID = Pattern.compile("(?s)(.*)<([^<>]+)>\\s*");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),;:]+@[^\\s<>\"(),;:]+");
    private static final int LONGEST = 1_000;
    private static final int MOST_ADDRESSES = 100;

    private final MimeMessage mail;

    MailHeaders(MimeMessage mail) {
        this.mail = mail;
    }

    /** The first header of this name as it stands there; empty when there is none. */
    @Nullable
    String raw(String name) {
        try {
            String[] all = mail.getHeader(name);
            return all == null || all.length == 0
                    ? null
                    : MimeUtility.unfold(all[0]).strip();
        } catch (MessagingException e) {
            return null;
        }
    }

    /** The first header of this name, in lower case, empty when there is none. */
    String lower(String name) {
        String raw = raw(name);
        return raw == null ? "" : raw.toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return raw(name) != null;
    }

    /** The first header of this name as a person reads it; null when there is nothing to read. */
    @Nullable
    String text(String name) {
        String raw = raw(name);
        String text = raw == null ? "" : readable(raw);
        return text.isEmpty() ? null : text;
    }

    /** Encoded words decoded, on one line, of bearable length. */
    static String readable(String raw) {
        String decoded = MailText.ofHeader(raw);
        try {
            decoded = MimeUtility.decodeText(decoded);
        } catch (UnsupportedEncodingException e) {
            // It stays as it is written.
        }
        String text = PlainText.clean(decoded).replaceAll("\\s+", " ").strip();
        return text.length() > LONGEST ? text.substring(0, text.offsetByCodePoints(0, 500)) + "…" : text;
    }

    /** The addresses of a header; of one that makes no sense, what looks like addresses. */
    List<InternetAddress> addresses(String name) {
        List<InternetAddress> found = new ArrayList<>();
        String raw = raw(name);
        if (raw == null) {
            return found;
        }
        try {
            for (InternetAddress address : InternetAddress.parseHeader(raw, false)) {
                if (address.getAddress() != null
                        && ADDRESS.matcher(address.getAddress()).matches()) {
                    found.add(address);
                }
            }
        } catch (AddressException e) {
            found.clear();
        }
        return found.isEmpty() ? looksLikeAddresses(raw) : found;
    }

    /** To and Cc, in lower case, each once. */
    List<String> addressees() {
        return lowered("To", "Cc");
    }

    /** All addresses that it may have been delivered to. */
    List<String> recipients() {
        return lowered("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To");
    }

    /** The mailing list it came through. */
    @Nullable
    Place list() {
        String raw = raw("List-Id");
        if (raw == null || raw.isBlank()) {
            return null;
        }
        Matcher named = LIST_ID.matcher(raw);
        String id = named.matches() ? named.group(2) : raw;
        String name =
                named.matches() ? readable(named.group(1)).replace("\"", "").strip() : "";
        return new Place("list", readable(id), name.isEmpty() ? null : name);
    }

    private List<String> lowered(String... names) {
        Set<String> all = new LinkedHashSet<>();
        for (String name : names) {
            addresses(name).forEach(one -> all.add(one.getAddress().toLowerCase(Locale.ROOT)));
        }
        return all.stream().limit(MOST_ADDRESSES).toList();
    }

    private static List<InternetAddress> looksLikeAddresses(String raw) {
        return ADDRESS.matcher(raw)
                .results()
                .map(match -> {
                    InternetAddress address = new InternetAddress();
                    address.setAddress(match.group());
                    return address;
                })
                .toList();
    }
}
