package dev.rapport.channels.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Receiver;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class InstagramCatchUpTests extends MetaCatchUpContract {

    private final InstagramConnector connector = new InstagramConnector(graph);

    @Override
    Receiver place() {
        return connector;
    }

    @Override
    ObjectNode comment(String text) {
        return meta.below(text);
    }

    @Override
    protected void sayBroken() {
        meta.below("broken").putObject("text");
    }

    @Override
    String comments() {
        return "/77/media";
    }

    @Override
    String node() {
        return "me";
    }

    @Override
    String object() {
        return "instagram";
    }

    /** No more than 500 comments of a picture are looked at. */
    @Override
    protected int many() {
        return 400;
    }

    @Test
    void commentThatWasDeliveredAndFetchedIsTheSame() {
        ObjectNode comment = meta.below("Lovely 💡 مرحبا");
        Heard delivered = delivered(MetaStub.deliveredBelow(comment));

        assertThat(pull(null).heard()).singleElement().satisfies(fetched -> {
            assertThat(fetched.id()).isEqualTo(delivered.id());
            assertThat(fetched.revision()).isEqualTo(delivered.revision());
            assertThat(fetched.text()).isEqualTo(delivered.text());
            assertThat(fetched.thread()).isEqualTo(delivered.thread());
            assertThat(fetched.author()).isEqualTo(delivered.author());
        });
    }

    @Test
    void answersToOlderCommentsAreFoundByTheNumberOfComments() {
        ObjectNode comment = meta.below("Lovely");
        Cursor before = pull(null).cursor();
        meta.answer(comment, "501", "Indeed");

        assertThat(pull(before).heard()).singleElement().satisfies(answer -> {
            assertThat(answer.text()).isEqualTo("Indeed");
            assertThat(answer.inReplyTo()).isEqualTo(MetaStub.id(comment));
        });
    }

    @Test
    void picturesWithAsManyCommentsAsBeforeAreNotLookedAt() {
        meta.below("Lovely");
        Cursor before = pull(null).cursor();
        meta.asked.clear();
        pull(before);

        assertThat(meta.asked).extracting("path").containsExactly("/77/media", "/me/conversations");
    }

    @Test
    void hiddenCommentsAreNotHeard() {
        meta.below("hidden").put("hidden", true);

        assertThat(pull(null).texts()).isEmpty();
    }
}
