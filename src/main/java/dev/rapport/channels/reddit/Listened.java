package dev.rapport.channels.reddit;

import dev.rapport.channels.paging.From;
import dev.rapport.channels.paging.NewestFirst;
import dev.rapport.channels.paging.WalkBack;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Limits;
import dev.rapport.channels.spi.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is listened to besides the inbox: one list, or for a community that of its posts and that of its comments. */
final class Listened {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{2,21}");

    /**
     * How far the lists were read, each by itself.
     *
     * @param walks in the order of the lists
     */
    record Walks(List<WalkBack> walks) {
        static final Walks START = new Walks(List.of());

        WalkBack of(int number) {
            return number < walks.size() ? walks.get(number) : WalkBack.START;
        }
    }

    /** What all lists brought. */
    record Found(
            List<JsonNode> elements,
            Walks next,
            boolean more,
            @Nullable Limits limits) {}

    private final List<Listing> lists;

    private Listened(List<Listing> lists) {
        this.lists = lists;
    }

    static Listened of(Search search, RedditApi api) {
        String query = search.query().strip();
        return new Listened(
                switch (search.kind()) {
                    case WORDS -> List.of(Listing.of(api, "/search", "q", query, "sort", "new", "type", "link"));
                    case COMMUNITY -> {
                        String community = "/r/" + name(query);
                        yield List.of(Listing.of(api, community + "/new"), Listing.of(api, community + "/comments"));
                    }
                    case ACCOUNT -> List.of(Listing.of(api, "/user/" + name(query) + "/overview", "sort", "new"));
                    case HASHTAG, LIST, FEED, VIDEO -> throw search.elsewhere();
                });
    }

    /** The next page of each list that has one, oldest first within its list. */
    Found next(Walks walks) {
        List<JsonNode> elements = new ArrayList<>();
        List<WalkBack> next = new ArrayList<>();
        boolean anyGoesOn = walks.walks().stream().anyMatch(WalkBack::goesOn);
        Limits limits = null;
        for (int number = 0; number < lists.size(); number++) {
            WalkBack walk = walks.of(number);
            if (anyGoesOn && !walk.goesOn()) {
                next.add(walk);
                continue;
            }
            NewestFirst.Slice slice = lists.get(number).next(walk, From.LATEST);
            elements.addAll(slice.items());
            next.add(slice.next());
            limits = slice.limits();
        }
        return new Found(elements, new Walks(next), next.stream().anyMatch(WalkBack::goesOn), limits);
    }

    /** Of a community or an account: nothing that could lead elsewhere. */
    private static String name(String query) {
        String name = query.replaceFirst("^(https?://(www\\.|old\\.)?reddit\\.com)?/?(r|u|user)/", "")
                .replaceFirst("/$", "");
        if (!NAME.matcher(name).matches()) {
            throw new Fault.Refused("“" + query + "” is no name on Reddit.");
        }
        return name;
    }
}
