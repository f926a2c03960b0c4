package dev.rapport.channels.youtube;

import static dev.rapport.channels.youtube.YoutubeComment.Channel.SOLVANE;

import dev.rapport.channels.Parameters;
import dev.rapport.channels.StubPlace.Asked;
import dev.rapport.channels.StubPlace.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is written, from https://developers.google.com/youtube/v3/docs/comments/insert and
 * {@code …/commentThreads/insert}: a reply names a comment of the first level. The page does not say how many characters
 * are too many (10,000 here) nor with which reason a reply to a reply is refused.
 */
final class YoutubeWrites {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 10_000;

    private final YoutubeStub place;

    YoutubeWrites(YoutubeStub place) {
        this.place = place;
    }

    Said reply(Asked asked) {
        JsonNode snippet = read(asked).path("snippet");
        String text = snippet.path("textOriginal").asString("");
        Said wrong = wrong(asked, text);
        if (wrong != null) {
            return wrong;
        }
        String id = snippet.path("parentId").asString("");
        if (id.isEmpty()) {
            return YoutubeProblems.badRequest(
                    "parentIdMissing", "The comment that is being inserted must be linked to a parent comment.");
        }
        YoutubeComment parent = place.find(id);
        if (parent == null) {
            return YoutubeProblems.notFound(
                    "parentCommentNotFound", "The specified parent comment could not be found.");
        }
        if (parent.parent != null) {
            return YoutubeProblems.badRequest(
                    "operationNotSupported", "The API user is not able to insert a comment in reply to this comment.");
        }
        YoutubeComment made = place.add(SOLVANE, parent.video, parent, text);
        return Said.ok(YoutubePayloads.comment(made, parts(asked), false, true).toString());
    }

    Said thread(Asked asked) {
        JsonNode snippet = read(asked).path("snippet");
        String text = snippet.at("/topLevelComment/snippet/textOriginal").asString("");
        String video = snippet.path("videoId").asString("");
        Said wrong = wrong(asked, text);
        if (wrong != null) {
            return wrong;
        }
        if (video.isEmpty() || snippet.path("channelId").asString("").isEmpty()) {
            return YoutubeProblems.badRequest(
                    "channelOrVideoIdMissing", "Each comment thread must be linked to a video.");
        }
        if (!place.videos.containsKey(video)) {
            return YoutubeProblems.notFound("videoNotFound", "The specified video could not be found.");
        }
        YoutubeComment made = place.add(SOLVANE, video, null, text);
        return Said.ok(
                YoutubePayloads.thread(made, List.of(), parts(asked), false).toString());
    }

    private static @Nullable Said wrong(Asked asked, String text) {
        if (!parts(asked).contains("snippet")) {
            return YoutubeProblems.badRequest("missingRequiredParameter", "Required parameter: part");
        }
        if (text.isBlank()) {
            return YoutubeProblems.badRequest("commentTextRequired", "Comments cannot be empty.");
        }
        return text.length() > LONGEST
                ? YoutubeProblems.badRequest("commentTextTooLong", "The comment contains too many characters.")
                : null;
    }

    private static List<String> parts(Asked asked) {
        return Parameters.of(asked).list("part");
    }

    private static JsonNode read(Asked asked) {
        try {
            return JSON.readTree(asked.body());
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
