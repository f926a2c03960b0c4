package dev.rapport.people;

import java.util.Locale;

/** What somebody's data is used for. */
public enum Purpose {
    /** Answering what they ask, about what they have. */
    CARE(true),
    /** Finding out which profiles and purchases are theirs. */
    LINKING(true),
    /** Asking them about their needs and experience. */
    RESEARCH(false),
    /** Offering them something. */
    MARKETING(false);

    private final boolean isAllowedUnasked;

    Purpose(boolean isAllowedUnasked) {
        this.isAllowedUnasked = isAllowedUnasked;
    }

    /** Whether it may be done as long as they said nothing about it. */
    public boolean isAllowedUnasked() {
        return isAllowedUnasked;
    }

    /** The message key of its name. */
    public String key() {
        return "privacy.purpose." + name().toLowerCase(Locale.ROOT);
    }
}
