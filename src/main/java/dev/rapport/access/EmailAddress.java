package dev.rapport.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address a user signs in with, in lower case. */
public record EmailAddress(String value) {

    private static final Pattern SHAPE = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]{2,}");

    /** The address in {@code text}, or empty when it cannot be one. */
    public static Optional<EmailAddress> parse(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        boolean fits = address.length() <= 254 && SHAPE.matcher(address).matches();
        return fits ? Optional.of(new EmailAddress(address)) : Optional.empty();
    }

    /** What stands before the at sign. */
    String mailbox() {
        return value.substring(0, value.indexOf('@'));
    }
}
