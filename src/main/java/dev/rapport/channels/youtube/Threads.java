package dev.rapport.channels.youtube;

import dev.rapport.channels.http.ServerAddress;
import dev.rapport.channels.paging.From;
import dev.rapport.channels.paging.NewestFirst;
import dev.rapport.channels.paging.WalkBack;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.text.Fingerprint;
import dev.rapport.channels.youtube.YoutubeCursor.Watched;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The comment threads of a channel or video. A thread carries some of its answers; where there are more, all are asked for.
 *
 * @see <a href="https://developers.google.com/youtube/v3/docs/commentThreads/list">CommentThreads: list</a>
 */
final class Threads {

    private static final List<String> PARTS = List.of("part", "snippet,replies", "textFormat", "plainText");
    private static final List<String> ANSWERS =
            List.of("part", "snippet", "textFormat", "plainText", "maxResults", "100");

    /** As many as a walk remembers. */
    private static final String THREADS_A_PAGE = "50";

    private static final int MOST_PAGES_OF_ANSWERS = 20;

    private final YoutubeApi api;
    private final ReadsComments reads;

    Threads(YoutubeApi api, ReadsComments reads) {
        this.api = api;
        this.reads = reads;
    }

    /**
     * The next page of threads, newest first in YouTube's list, oldest first here.
     *
     * @param filter {@code allThreadsRelatedToChannelId} or {@code videoId}
     */
    NewestFirst.Slice next(String filter, String value, WalkBack walk, From from) {
        Optional<JsonNode> page = api.page(
                "/commentThreads",
                query(PARTS, filter, value, "order", "time", "maxResults", THREADS_A_PAGE, "pageToken", walk.back()));
        if (page.isEmpty()) {
            return next(filter, value, walk.again(), from);
        }
        JsonNode items = page.get().path("items");
        String older = page.get().path("nextPageToken").asString("");
        return new NewestFirst(ReadsComments::id, any -> NewestFirst.Listed.of(items, older, null)).next(walk, from);
    }

    /** Those of these threads that are not as they were. */
    List<JsonNode> changed(List<Watched> watched) {
        Map<String, String> marks = watched.stream().collect(Collectors.toMap(Watched::id, Watched::mark));
        List<JsonNode> changed = new ArrayList<>();
        String[] query = query(PARTS, "id", String.join(",", marks.keySet()));
        for (JsonNode thread : api.read("/commentThreads", query).path("items")) {
            if (!mark(thread).equals(marks.get(ReadsComments.id(thread)))) {
                changed.add(thread);
            }
        }
        return changed;
    }

    /** The first comment and the answers, oldest first. */
    List<Item> items(JsonNode thread) {
        List<Item> items = new ArrayList<>();
        items.add(reads.first(thread));
        items.addAll(answers(thread));
        return items;
    }

    /** All answers, oldest first. */
    List<Item> answers(JsonNode thread) {
        String video = thread.path("snippet").path("videoId").asString("");
        List<JsonNode> carried = new ArrayList<>();
        thread.path("replies").path("comments").forEach(carried::add);
        int total = thread.path("snippet").path("totalReplyCount").asInt(0);
        List<JsonNode> all = total > carried.size() ? answersTo(ReadsComments.id(thread), true) : carried;
        return all.stream()
                .sorted(Comparator.comparing(Threads::publishedAt))
                .map(one -> reads.answer(one, video.isEmpty() ? null : video))
                .toList();
    }

    /**
     * All that answers a comment, as YouTube gives it.
     *
     * @param isReading whether it is asked for by ourselves, and not for the sake of a reply
     */
    List<JsonNode> answersTo(String comment, boolean isReading) {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        for (int number = 0; number == 0 || !next.isEmpty() && number < MOST_PAGES_OF_ANSWERS; number++) {
            String[] query = query(ANSWERS, "parentId", comment, "pageToken", next);
            JsonNode page = isReading ? api.read("/comments", query) : api.list("/comments", query);
            page.path("items").forEach(all::add);
            next = page.path("nextPageToken").asString("");
        }
        return all;
    }

    static List<Watched> watched(List<JsonNode> threads) {
        return threads.stream()
                .filter(thread -> !ReadsComments.id(thread).isEmpty())
                .map(thread -> new Watched(ReadsComments.id(thread), mark(thread), busyAt(thread)))
                .toList();
    }

    /** How many answers there are and which of them it carries. */
    private static String mark(JsonNode thread) {
        StringBuilder state =
                new StringBuilder(thread.path("snippet").path("totalReplyCount").asString("0"));
        thread.path("replies").path("comments").forEach(one -> state.append(' ').append(ReadsComments.id(one)));
        return Fingerprint.of(state.toString());
    }

    private static long busyAt(JsonNode thread) {
        long last = seconds(publishedAt(thread.path("snippet").path("topLevelComment")));
        for (JsonNode answer : thread.path("replies").path("comments")) {
            last = Math.max(last, seconds(publishedAt(answer)));
        }
        return last;
    }

    private static String publishedAt(JsonNode comment) {
        return comment.path("snippet").path("publishedAt").asString("");
    }

    private static long seconds(String at) {
        try {
            return Instant.parse(at).getEpochSecond();
        } catch (DateTimeException unreadable) {
            return 0;
        }
    }

    private static String[] query(List<String> parts, @Nullable String... more) {
        List<String> all = new ArrayList<>(parts);
        all.addAll(List.of(ServerAddress.query(more)));
        return all.toArray(String[]::new);
    }
}
