package dev.rapport.channels.web;

import java.util.List;
import java.util.Optional;

/**
 * What is asked for to connect a place of one kind.
 *
 * @param icon of the set of icons
 * @param fields in the order in which they are asked
 * @param asksHowFar whether one can choose how far back reading begins
 */
public record PlaceKind(String kind, String icon, List<Field> fields, boolean asksHowFar) {

    /** Kinds that a form of this sort connects; mailboxes have one of their own. */
    static final List<PlaceKind> ALL = List.of(
            new PlaceKind(
                    "mastodon",
                    "social",
                    List.of(new Field("server", false, "", ""), new Field("token", true, "", "")),
                    true),
            new PlaceKind(
                    "bluesky",
                    "social",
                    List.of(
                            new Field("account", false, "", ""),
                            new Field("password", true, "", ""),
                            new Field("server", false, "https://bsky.social", "")),
                    true),
            new PlaceKind("feed", "globe", List.of(new Field("url", false, "", "url")), false));

    /**
     * One thing that is asked for.
     *
     * @param isSecret kept sealed, never shown again
     * @param usual what is filled in at the beginning
     * @param type of its input, where it is not plain text
     */
    public record Field(String name, boolean isSecret, String usual, String type) {

        public String inputType() {
            return isSecret ? "password" : type.isEmpty() ? "text" : type;
        }
    }

    static Optional<PlaceKind> of(String kind) {
        return ALL.stream().filter(one -> one.kind.equals(kind)).findFirst();
    }
}
