package dev.rapport.people;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a person can be met.
 *
 * @param network of a handle; empty otherwise
 * @param value as it is written, a handle without {@code @}
 */
public record Address(Kind kind, String network, String value) {

    private static final Pattern NOT_DIALLED = Pattern.compile("[^0-9+]");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@,;:<>()\"|]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}");
    private static final int LONGEST = 320;

    /** What kind of place it is. */
    public enum Kind {
        EMAIL,
        PHONE,
        HANDLE,
        SITE
    }

    public Address {
        network = network.strip().toLowerCase(Locale.ROOT);
        value = kind == Kind.HANDLE ? value.strip().replaceFirst("^@+", "") : value.strip();
    }

    public static Address email(String value) {
        return new Address(Kind.EMAIL, "", value);
    }

    public static Address phone(String value) {
        return new Address(Kind.PHONE, "", value);
    }

    public static Address handle(String network, String value) {
        return new Address(Kind.HANDLE, network, value);
    }

    public static Address site(String value) {
        return new Address(Kind.SITE, "", value);
    }

    /** As addresses are compared: lower case, a telephone number by its digits. */
    public String folded() {
        String lower = value.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case PHONE -> NOT_DIALLED.matcher(lower).replaceAll("");
            case SITE -> lower.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/+$", "");
            case EMAIL, HANDLE -> lower;
        };
    }

    /** Whether it can be one of its kind. */
    boolean isPlausible() {
        if (value.length() > LONGEST || folded().isEmpty()) {
            return false;
        }
        return switch (kind) {
            case EMAIL -> EMAIL.matcher(value).matches();
            case PHONE -> folded().chars().filter(Character::isDigit).count() >= 3;
            case HANDLE -> !network.isEmpty() && value.chars().noneMatch(Character::isWhitespace);
            case SITE -> value.indexOf('.') > 0 && value.chars().noneMatch(Character::isWhitespace);
        };
    }
}
