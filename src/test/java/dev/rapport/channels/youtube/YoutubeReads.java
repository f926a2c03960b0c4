package dev.rapport.channels.youtube;

import static dev.rapport.channels.youtube.YoutubeComment.Channel.SOLVANE;

import dev.rapport.channels.Parameters;
import dev.rapport.channels.StubPlace.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What YouTube shows, from https://developers.google.com/youtube/v3/docs/commentThreads/list,
 * {@code …/comments/list}, {@code …/channels/list} and {@code …/videos/list}. A thread stands where its first comment was
 * published; a new reply does not move it. The order of relevance is that of time here. Not in the pages: the order of replies (newest first here), and whether the
 * ids of a lookup that are gone are left out or refuse the whole call ({@link YoutubeStub#refusesMissing}).
 */
final class YoutubeReads {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> EVERYWHERE = Set.of("part", "key", "alt", "prettyPrint", "quotaUser");
    private static final Set<String> SLICES = Set.of("maxResults", "pageToken");

    private final YoutubeStub place;
    private final Map<String, String> pages = new HashMap<>();

    YoutubeReads(YoutubeStub place) {
        this.place = place;
    }

    Said threads(Parameters query) {
        Set<String> slicing = Set.of("maxResults", "pageToken", "order", "moderationStatus", "searchTerms");
        Set<String> filters = Set.of("id", "videoId", "allThreadsRelatedToChannelId");
        Said wrong = wrong(query, Set.of("id", "replies", "snippet"), filters, slicing, 100);
        if (wrong == null) {
            wrong = unknownPlace(query);
        }
        if (wrong != null) {
            return wrong;
        }
        List<YoutubeComment> all = place.newestFirst().stream()
                .filter(comment -> comment.parent == null)
                .filter(comment -> !query.has("videoId") || comment.video.equals(query.get("videoId")))
                .filter(comment -> matches(comment, query))
                .toList();
        List<YoutubeComment> found = query.has("id") ? named(query) : all;
        Function<YoutubeComment, ObjectNode> write =
                comment -> YoutubePayloads.thread(comment, place.repliesTo(comment), query.list("part"), plain(query));
        return list("youtube#commentThreadListResponse", query, found, write);
    }

    Said comments(Parameters query) {
        Said wrong = wrong(query, Set.of("id", "snippet"), Set.of("id", "parentId"), SLICES, 100);
        if (wrong != null) {
            return wrong;
        }
        YoutubeComment parent = place.find(query.get("parentId"));
        boolean gone = query.has("parentId")
                ? parent == null
                : named(query).isEmpty()
                        || place.refusesMissing
                                && named(query).size() < query.list("id").size();
        if (gone) {
            return YoutubeProblems.notFound(
                    "commentNotFound", "One or more of the specified comments cannot be found.");
        }
        List<YoutubeComment> found = parent == null ? named(query) : place.repliesTo(parent);
        Function<YoutubeComment, ObjectNode> write =
                comment -> YoutubePayloads.comment(comment, query.list("part"), plain(query), query.has("parentId"));
        return list("youtube#commentListResponse", query, found, write);
    }

    Said channels(Parameters query, boolean signedIn) {
        Set<String> parts = Set.of(
                ("auditDetails,brandingSettings,contentDetails,contentOwnerDetails,id,localizations,snippet,statistics,"
                                + "status,topicDetails")
                        .split(","));
        Set<String> filters = Set.of("id", "mine", "managedByMe", "forHandle", "forUsername");
        Said wrong = wrong(query, parts, filters, SLICES, 50);
        if (wrong != null) {
            return wrong;
        }
        if (query.has("mine") && !signedIn) {
            return YoutubeProblems.unauthorized();
        }
        boolean ours = query.get("mine").equals("true")
                || query.list("id").contains(SOLVANE.id())
                || query.get("forHandle").replace("@", "").equals("solvane");
        return Said.ok(page("youtube#channelListResponse", ours ? List.of(YoutubePayloads.channel()) : List.of(), 5)
                .toString());
    }

    Said videos(Parameters query) {
        Set<String> parts = Set.of(
                ("contentDetails,fileDetails,id,liveStreamingDetails,localizations,paidProductPlacementDetails,player,"
                                + "processingDetails,recordingDetails,snippet,statistics,status,suggestions,topicDetails")
                        .split(","));
        Said wrong = wrong(query, parts, Set.of("id", "chart", "myRating"), SLICES, 50);
        if (wrong != null) {
            return wrong;
        }
        List<ObjectNode> found = query.list("id").stream()
                .filter(place.videos::containsKey)
                .map(id -> YoutubePayloads.video(id, place.videos.getOrDefault(id, "")))
                .toList();
        return Said.ok(page("youtube#videoListResponse", found, 5).toString());
    }

    private @Nullable Said unknownPlace(Parameters query) {
        String video = query.get("videoId");
        if (query.has("videoId") && !place.videos.containsKey(video)) {
            return YoutubeProblems.notFound("videoNotFound", "The video identified by the videoId cannot be found.");
        }
        if (place.silenced.contains(video)) {
            return YoutubeProblems.refused(
                    "commentsDisabled", "The video identified by the videoId parameter has disabled comments.");
        }
        return query.has("allThreadsRelatedToChannelId")
                        && !query.get("allThreadsRelatedToChannelId").equals(SOLVANE.id())
                ? YoutubeProblems.notFound("channelNotFound", "The channel cannot be found.")
                : null;
    }

    private boolean matches(YoutubeComment comment, Parameters query) {
        boolean held = query.get("moderationStatus").equals("heldForReview");
        boolean anyHeld = comment.isHeld || place.repliesTo(comment).stream().anyMatch(reply -> reply.isHeld);
        return (held ? anyHeld : !comment.isHeld) && comment.words().contains(query.get("searchTerms"));
    }

    /** What is wrong with a call before anything is looked up. */
    private static @Nullable Said wrong(
            Parameters query, Set<String> parts, Set<String> filters, Set<String> slicing, int most) {
        if (query.list("part").isEmpty()) {
            return YoutubeProblems.badRequest("missingRequiredParameter", "Required parameter: part");
        }
        for (String part : query.list("part")) {
            if (!parts.contains(part)) {
                return YoutubeProblems.badRequest("unknownPart", "'" + part + "'");
            }
        }
        List<String> chosen = filters.stream().filter(query::has).toList();
        if (chosen.isEmpty()) {
            return YoutubeProblems.badRequest(
                    "missingRequiredParameter", "No filter selected. Expected one of: " + String.join(", ", filters));
        }
        if (chosen.size() > 1 || query.has("id") && slicing.stream().anyMatch(query::has)) {
            return YoutubeProblems.badRequest(
                    "incompatibleParameters", "Parameters cannot be used in the same request: " + chosen);
        }
        for (String other : query.others(EVERYWHERE)) {
            if (!filters.contains(other) && !slicing.contains(other) && !other.equals("textFormat")) {
                return YoutubeProblems.badRequest("unexpectedParameter", "Unexpected parameter: " + other);
            }
        }
        return wrongValue(query, most);
    }

    private static @Nullable Said wrongValue(Parameters query, int most) {
        int size = query.number("maxResults", 5);
        boolean wrong = size < 1
                || size > most
                || query.has("textFormat") && !Set.of("html", "plainText").contains(query.get("textFormat"))
                || query.has("order") && !Set.of("time", "relevance").contains(query.get("order"));
        return wrong ? YoutubeProblems.badRequest("invalidParameter", "A value is not acceptable") : null;
    }

    private Said list(
            String kind, Parameters query, List<YoutubeComment> all, Function<YoutubeComment, ObjectNode> write) {
        int size = query.has("id") ? Math.max(1, all.size()) : query.number("maxResults", 20);
        int from = 0;
        if (query.has("pageToken")) {
            String last = pages.get(query.get("pageToken"));
            if (last == null) {
                return YoutubeProblems.badRequest("invalidPageToken", "The request specifies an invalid page token.");
            }
            from = after(all, last);
        }
        List<YoutubeComment> slice = all.subList(from, Math.min(from + size, all.size()));
        ObjectNode answer = page(kind, slice.stream().map(write).toList(), size);
        if (from + size < all.size()) {
            String token = "Q2l" + Integer.toString(pages.size() + 1_679_616, 36) + "SFJFSW";
            pages.put(token, slice.getLast().id);
            answer.put("nextPageToken", token);
        }
        return Said.ok(answer.toString());
    }

    /** Where a page goes on, wherever newer comments have moved it; a last one that has gone is looked for by its rank. */
    private static int after(List<YoutubeComment> all, String last) {
        int from = 0;
        while (from < all.size() && all.get(from).id.compareTo(last) >= 0) {
            from++;
        }
        return from;
    }

    private static ObjectNode page(String kind, List<ObjectNode> items, int size) {
        ObjectNode answer = JSON.createObjectNode().put("kind", kind).put("etag", "etag-of-a-list");
        answer.putObject("pageInfo").put("totalResults", items.size()).put("resultsPerPage", size);
        ArrayNode list = answer.putArray("items");
        items.forEach(list::add);
        return answer;
    }

    private List<YoutubeComment> named(Parameters query) {
        return query.list("id").stream()
                .map(place::find)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean plain(Parameters query) {
        return query.get("textFormat").equals("plainText");
    }
}
