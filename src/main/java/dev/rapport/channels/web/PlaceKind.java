package dev.rapport.channels.web;

import java.util.List;
import java.util.Optional;

/**
 * What is asked for to connect a place of one kind.
 *
 * @param network the network its authors' ids are stable on
 * @param icon of the set of icons
 * @param fields in the order in which they are asked
 * @param asksHowFar whether one can choose how far back reading begins
 * @param isProven false as long as it was never tried against the live service; screens say so
 */
public record PlaceKind(
        String kind, String network, String icon, List<Field> fields, boolean asksHowFar, boolean isProven) {

    private static final Field CLIENT = Field.text("oauth.client");
    private static final Field SECRET = Field.secret("oauth.secret");
    private static final Field REFRESH = Field.secret("oauth.refresh");

    /** Kinds that a form of this sort connects; mailboxes have one of their own. */
    static final List<PlaceKind> ALL = List.of(
            new PlaceKind(
                    "mastodon",
                    "mastodon",
                    "social",
                    List.of(Field.text("server"), Field.secret("token")),
                    true,
                    false),
            new PlaceKind(
                    "bluesky",
                    "bluesky",
                    "social",
                    List.of(
                            Field.text("account"),
                            Field.secret("password"),
                            Field.text("server").usually("https://bsky.social")),
                    true,
                    false),
            new PlaceKind("youtube", "youtube", "social", List.of(CLIENT, SECRET, REFRESH), true, false),
            new PlaceKind(
                    "reddit",
                    "reddit",
                    "board",
                    List.of(Field.text("account"), CLIENT, SECRET.orNone(), REFRESH),
                    true,
                    false),
            new PlaceKind(
                    "x",
                    "twitter",
                    "social",
                    List.of(
                            CLIENT,
                            SECRET.orNone(),
                            REFRESH,
                            Field.text("reads").usually("100").typed("number"),
                            Field.text("writes").usually("25").typed("number")),
                    true,
                    false),
            new PlaceKind("feed", "feed", "globe", List.of(Field.text("url").typed("url")), false, true));

    /**
     * One thing that is asked for.
     *
     * @param isSecret kept sealed, never shown again
     * @param isRequired whether it may not stay empty
     * @param usual what is filled in at the beginning
     * @param type of its input, where it is not plain text
     */
    public record Field(String name, boolean isSecret, boolean isRequired, String usual, String type) {

        static Field text(String name) {
            return new Field(name, false, true, "", "");
        }

        static Field secret(String name) {
            return new Field(name, true, true, "", "");
        }

        Field orNone() {
            return new Field(name, isSecret, false, usual, type);
        }

        Field usually(String value) {
            return new Field(name, isSecret, isRequired, value, type);
        }

        Field typed(String input) {
            return new Field(name, isSecret, isRequired, usual, input);
        }

        public String inputType() {
            return isSecret ? "password" : type.isEmpty() ? "text" : type;
        }

        public boolean isNumber() {
            return type.equals("number");
        }
    }

    static Optional<PlaceKind> of(String kind) {
        return ALL.stream().filter(one -> one.kind.equals(kind)).findFirst();
    }

    /** The icon of any kind of inbox. */
    public static String icon(String kind) {
        return switch (kind) {
            case "mail", "chat" -> kind;
            default -> of(kind).map(PlaceKind::icon).orElse("plug");
        };
    }
}
