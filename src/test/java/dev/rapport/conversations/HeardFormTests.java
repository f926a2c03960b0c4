package dev.rapport.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.channels.spi.Heard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeardFormTests {

    private static final String AT = "2026-03-02T13:00:00+01:00";

    @Test
    void lineOfThreeFieldsIsEnough() {
        Heard heard = HeardForm.read(Map.of("text", "Hello", "said_at", AT, "author", "@ada"), "fediverse");

        assertThat(heard.author().handle()).isEqualTo("ada");
        assertThat(heard.author().network()).isEqualTo("fediverse");
        assertThat(heard.saidAt()).isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(heard.saidOffsetMinutes()).isEqualTo(60);
        assertThat(heard.id()).startsWith("sha256:");
    }

    @Test
    void lineWithoutAnIdIsKnownAgain() {
        Map<String, Object> line = Map.of("text", "Hello", "said_at", AT, "author", "ada");

        assertThat(HeardForm.read(line, "n").id())
                .isEqualTo(HeardForm.read(line, "n").id());
    }

    @Test
    void everyFieldIsKept() {
        Heard heard = HeardForm.read(
                Map.ofEntries(
                        Map.entry("id", "7"),
                        Map.entry("revision", "2"),
                        Map.entry("kind", "edited"),
                        Map.entry("uri", "https://example.org/7"),
                        Map.entry("author", Map.of("id", "u1", "handle", "ada", "followers", 12, "verified", true)),
                        Map.entry("addressees", List.of("velo", "bo")),
                        Map.entry("place", Map.of("kind", "hashtag", "id", "bikes")),
                        Map.entry("text", "Hello"),
                        Map.entry("html", "<p>Hello</p>"),
                        Map.entry("title", "Greeting"),
                        Map.entry("said_at", AT),
                        Map.entry("in_reply_to", "6"),
                        Map.entry("references", List.of("5", "6")),
                        Map.entry("repost_of", "4"),
                        Map.entry("thread", "t"),
                        Map.entry("visibility", "private"),
                        Map.entry("rating", Map.of("given", 2, "best", 5)),
                        Map.entry("reach", Map.of("likes", 3)),
                        Map.entry("location", "Ghent"),
                        Map.entry("language", "en"),
                        Map.entry("manner", "list"),
                        Map.entry("media", List.of(Map.of("name", "a.png", "size", 10)))),
                "fediverse");

        assertThat(heard.kind()).isEqualTo(Heard.Kind.EDITED);
        assertThat(heard.author().followers()).isEqualTo(12);
        assertThat(heard.author().verified()).isTrue();
        assertThat(heard.addressees()).containsExactly("velo", "bo");
        assertThat(heard.place()).isNotNull();
        assertThat(heard.references()).containsExactly("5", "6");
        assertThat(heard.visibility()).isEqualTo(Heard.Visibility.PRIVATE);
        assertThat(heard.rating()).isNotNull();
        assertThat(heard.reach()).isNotNull();
        assertThat(heard.manner()).isEqualTo(Heard.Manner.LIST);
        assertThat(heard.media()).hasSize(1);
    }

    @Test
    void camelCaseIsUnderstoodToo() {
        Heard heard = HeardForm.read(Map.of("text", "Hi", "saidAt", AT, "author", "ada", "inReplyTo", "1"), "n");

        assertThat(heard.inReplyTo()).isEqualTo("1");
    }

    @Test
    void missingWordsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeardForm.read(Map.of("said_at", AT, "author", "ada"), "n"))
                .withMessageContaining("text");
    }

    @Test
    void timeWithoutOffsetIsRefusedWithAnExample() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        HeardForm.read(Map.of("text", "Hi", "said_at", "2026-03-02T13:00:00", "author", "ada"), "n"))
                .withMessageContaining("2026-01-31T09:30:00+01:00");
    }

    @Test
    void timeInTheWayOfSpreadsheetsIsUnderstoodWhenItHasAnOffset() {
        Heard heard = HeardForm.read(Map.of("text", "Hi", "said_at", "2015-02-24 11:35:52 -0800", "author", "a"), "n");

        assertThat(heard.saidAt()).isEqualTo(Instant.parse("2015-02-24T19:35:52Z"));
    }

    @Test
    void unknownKindIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        HeardForm.read(Map.of("text", "Hi", "said_at", AT, "author", "a", "kind", "shouted"), "n"))
                .withMessageContaining("edited");
    }
}
