package dev.rapport.channels.chat;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor's browser sends.
 *
 * @param id made by the browser; the same when it sends once more because no answer came
 * @param page the address of the page they look at
 * @param address where to answer by mail; empty while somebody is there
 */
record SaidInChat(
        @Nullable UUID id,
        @Nullable String text,
        @Nullable String name,
        @Nullable String page,
        @Nullable String address) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PAGE = 500;

    boolean isWhole() {
        return id != null && !words().isEmpty() && words().length() <= ChatConnector.LONGEST;
    }

    String words() {
        return text == null ? "" : text.replace("\r\n", "\n").replace("\0", "").strip();
    }

    /** The name they gave, or null. */
    @Nullable
    String calledName() {
        String given = name == null ? "" : name.replaceAll("\\p{Cntrl}", " ").strip();
        return given.isEmpty() ? null : given.substring(0, Math.min(given.length(), LONGEST_NAME));
    }

    @Nullable
    String pageShown() {
        boolean shown = page != null && page.length() <= LONGEST_PAGE && page.matches("https?://\\S+");
        return shown ? page : null;
    }

    boolean hasAddress() {
        return mailAddress().length() <= 254 && mailAddress().matches("[^\\s@<>\",;]+@[^\\s@<>\",;]+\\.[^\\s@<>\",;]+");
    }

    String mailAddress() {
        return address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
    }
}
