package dev.rapport.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password must be: long, not the address, not one that everybody tries first. No rules about characters: they
 * make passwords worse (NIST SP 800-63B, 5.1.1.2).
 */
public final class PasswordRules {

    public static final int SHORTEST = 12;

    /** What bcrypt reads; the rest would be ignored, so it is refused. */
    static final int LONGEST_BYTES = 72;

    /** Without the digits, signs and spaces that people add to reach a length. */
    private static final Set<String> COMMON = Set.of(
            "password",
            "passwordpassword",
            "motdepasse",
            "letmein",
            "letmeinplease",
            "welcome",
            "welcometorapport",
            "bienvenue",
            "qwerty",
            "qwertyuiop",
            "qwertyuiopasdfgh",
            "azertyuiop",
            "asdfghjkl",
            "qwertyqwerty",
            "iloveyou",
            "sunshine",
            "football",
            "administrator",
            "admin",
            "adminadmin",
            "changeme",
            "changemenow",
            "correcthorsebatterystaple",
            "trustno",
            "rapport",
            "rapportrapport",
            "socialcrm",
            "customer",
            "");

    private PasswordRules() {}

    /** The message key of what is wrong with {@code password} for the user at {@code email}, or empty. */
    public static Optional<String> problem(String password, EmailAddress email) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("password.short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of("password.long");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(email.value()) || letters(lower).equals(letters(email.mailbox()))) {
            return Optional.of("password.email");
        }
        boolean isRepeated = lower.codePoints().distinct().count() < 4;
        return isRepeated || COMMON.contains(letters(lower)) ? Optional.of("password.common") : Optional.empty();
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}]", "");
    }
}
