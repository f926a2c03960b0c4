package dev.rapport.shared;

import java.util.Locale;

/** Light, dark, or as the system of the person at the screen has it. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    /** The value of {@code data-theme} on the page's root. */
    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}
