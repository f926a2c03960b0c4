package dev.rapport.desk.words;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The icons of networks. */
public final class Networks {

    private static final Set<String> SOCIAL = Set.of(
            "twitter", "mastodon", "fediverse", "bluesky", "facebook", "instagram", "linkedin", "threads", "youtube");

    private Networks() {}

    public static String icon(@Nullable String network) {
        return switch (network) {
            case null -> "chat";
            case "mail", "phone", "forum", "review", "form", "app" -> network;
            case "heard" -> "face";
            case "board", "reddit" -> "board";
            default -> isForum(network) ? "forum" : SOCIAL.contains(network) ? "social" : "chat";
        };
    }

    /** Forums are networks of their own, {@code discourse:forum.example.org}. */
    private static boolean isForum(String network) {
        return network.startsWith("discourse:") || network.startsWith("nodebb:");
    }
}
