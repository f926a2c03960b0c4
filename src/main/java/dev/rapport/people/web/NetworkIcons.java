package dev.rapport.people.web;

import java.util.Set;

/** The marks of networks. */
public final class NetworkIcons {

    private static final Set<String> SOCIAL = Set.of(
            "twitter", "mastodon", "fediverse", "bluesky", "facebook", "instagram", "linkedin", "threads", "youtube");

    private NetworkIcons() {}

    public static String of(String network) {
        return switch (network) {
            case "mail", "phone", "forum", "review", "form", "app" -> network;
            case "heard" -> "face";
            case "board", "reddit" -> "board";
            default -> SOCIAL.contains(network) ? "social" : "chat";
        };
    }
}
