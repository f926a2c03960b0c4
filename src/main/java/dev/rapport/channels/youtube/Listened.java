package dev.rapport.channels.youtube;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Search;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is listened to besides one's own channel, as YouTube filters for it. */
record Listened(String filter, String value) {

    private static final Pattern VIDEO = Pattern.compile("(?:v=|youtu\\.be/|/shorts/|/live/)([\\w-]{11})");
    private static final Pattern CHANNEL = Pattern.compile("UC[\\w-]{22}");

    static Listened of(Search search, YoutubeApi api) {
        String query = search.query().strip();
        return switch (search.kind()) {
            case VIDEO -> new Listened("videoId", video(query));
            case ACCOUNT -> new Listened("allThreadsRelatedToChannelId", channel(query, api));
            case WORDS, HASHTAG, LIST, FEED, COMMUNITY -> throw search.elsewhere();
        };
    }

    /** The eleven letters, or the address of the video. */
    private static String video(String query) {
        Matcher address = VIDEO.matcher(query);
        return address.find() ? address.group(1) : query;
    }

    /** The channel's id, its address or its handle. */
    private static String channel(String query, YoutubeApi api) {
        Matcher id = CHANNEL.matcher(query);
        if (id.find()) {
            return id.group();
        }
        String handle = query.replaceFirst(".*/", "").replaceFirst("^@", "");
        String found = ReadsComments.id(api.read("/channels", "part", "id", "forHandle", "@" + handle)
                .path("items")
                .path(0));
        if (found.isEmpty()) {
            throw new Fault.Refused("YouTube knows no channel “" + query + "”.");
        }
        return found;
    }
}
