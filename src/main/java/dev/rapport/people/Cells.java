package dev.rapport.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of one line, read by what they are meant to be; complaints say how to repair them. */
record Cells(Map<String, Object> values) {

    private static final Pattern BETWEEN = Pattern.compile("\\|");
    private static final Pattern BETWEEN_MAILBOXES = Pattern.compile("[;,]");
    private static final Pattern BETWEEN_ADDRESSES = Pattern.compile("\\s+|(?<=.)(?=mailto:)");
    private static final Pattern BRACKETED = Pattern.compile(".*<([^<>]+)>.*");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int EARLIEST = 1850;

    @Nullable
    String text(String field) {
        Object value = values.get(field);
        String text = value == null ? "" : value.toString().strip();
        if (text.length() > PersonRules.LONGEST) {
            throw new IllegalArgumentException(
                    "The field “" + field + "” has more than " + PersonRules.LONGEST + " characters; shorten it.");
        }
        return text.isEmpty() ? null : text;
    }

    String required(String field) {
        String text = text(field);
        if (text == null) {
            throw new IllegalArgumentException("The field “" + field + "” is empty.");
        }
        return text;
    }

    /** A list, or a text with {@code |} between its parts. */
    List<String> texts(String field) {
        return parts(field).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    @Nullable
    LocalDate day(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            if (DAY.matcher(text).matches() && LocalDate.parse(text).getYear() >= EARLIEST) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException(notADay(field, text), noSuchDay);
        }
        throw new IllegalArgumentException(notADay(field, text));
    }

    /** Addresses, also where exports ran several together or wrote a name before them. */
    List<Address> emails(String field) {
        return parts(field)
                .flatMap(BETWEEN_MAILBOXES::splitAsStream)
                .map(part -> BRACKETED.matcher(part).replaceFirst("$1"))
                .flatMap(BETWEEN_ADDRESSES::splitAsStream)
                .map(part -> part.replaceFirst("^(?i)mailto:", "").replaceFirst("\\.+$", ""))
                .filter(part -> !part.isEmpty())
                .map(part -> plausible(field, Address.email(part), "name@example.org"))
                .toList();
    }

    List<Address> phones(String field) {
        return texts(field).stream()
                .map(part -> plausible(field, Address.phone(part), "+33 1 23 45 67 89"))
                .toList();
    }

    List<Address> sites(String field) {
        return texts(field).stream()
                .map(part -> plausible(field, Address.site(part.replace(" ", "%20")), "https://example.org"))
                .toList();
    }

    /** Handles with their networks, {@code fediverse:owl}. */
    List<Address> handles(String field) {
        return texts(field).stream().map(part -> handle(field, part)).toList();
    }

    private static Address handle(String field, String part) {
        int colon = part.indexOf(':');
        String network = colon < 0 ? "" : part.substring(0, colon);
        return plausible(field, Address.handle(network, part.substring(colon + 1)), "fediverse:handle");
    }

    private static Address plausible(String field, Address address, String example) {
        if (!address.isPlausible()) {
            throw new IllegalArgumentException("The field “" + field + "” says “" + address.value() + "”; write it as "
                    + example + ", several with | between them, or leave it empty.");
        }
        return address;
    }

    private static String notADay(String field, String text) {
        return "The field “" + field + "” says “" + text
                + "”, which is no day; write it as 1984-03-31 or leave it empty.";
    }

    private Stream<String> parts(String field) {
        return switch (values.get(field)) {
            case null -> Stream.empty();
            case Collection<?> many -> many.stream().filter(Objects::nonNull).map(Object::toString);
            case Object one -> BETWEEN.splitAsStream(one.toString());
        };
    }
}
