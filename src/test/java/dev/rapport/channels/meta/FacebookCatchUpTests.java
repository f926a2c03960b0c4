package dev.rapport.channels.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Receiver;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class FacebookCatchUpTests extends MetaCatchUpContract {

    private final FacebookConnector connector = new FacebookConnector(graph);

    @Override
    Receiver place() {
        return connector;
    }

    @Override
    ObjectNode comment(String text) {
        return meta.comment(text);
    }

    @Override
    protected void sayBroken() {
        meta.comment("broken").putObject("message");
    }

    @Override
    String comments() {
        return "/77/feed";
    }

    @Override
    String node() {
        return "77";
    }

    @Override
    String object() {
        return "page";
    }

    @Test
    void commentThatWasDeliveredAndFetchedIsTheSame() {
        ObjectNode comment = meta.comment("Does it <float>? 🔋 שלום");

        assertThat(pull(null).heard()).containsExactly(delivered(MetaStub.delivered(comment)));
    }

    @Test
    void answersToCommentsNameTheComment() {
        ObjectNode comment = meta.comment("Does it float?");
        ObjectNode answer = meta.comment("No");
        answer.putObject("parent").put("id", MetaStub.id(comment));
        String brought = MetaStub.delivered(answer)
                .replace("\"parent_id\":\"77_9\"", "\"parent_id\":\"" + MetaStub.id(comment) + "\"");

        assertThat(pull(null).heard()).contains(delivered(brought));
        assertThat(delivered(brought).inReplyTo()).isEqualTo(MetaStub.id(comment));
    }

    /** {@code page_post_comment} is what ids were once, {@code post_comment} what they are. */
    @Test
    void olderFormOfACommentsIdIsTheSameComment() {
        ObjectNode comment = meta.comment("Hello");
        String older = MetaStub.delivered(comment).replace("\"comment_id\":\"", "\"comment_id\":\"77_");

        assertThat(delivered(older).id()).isEqualTo(pull(null).ids().getFirst());
    }

    @Test
    void postsOfVisitorsAreReadAndHiddenCommentsAreNot() {
        ObjectNode post = meta.comment("A visitor's own post").put("id", "77_10");
        meta.list("/77_9/comments").remove(post);
        meta.list("/77/feed").add(post);
        meta.comment("hidden").put("is_hidden", true);

        Heard heard = pull(null).heard().getFirst();

        assertThat(pull(null).texts()).containsExactly("A visitor's own post");
        assertThat(heard.id()).isEqualTo("77_10");
        assertThat(heard.thread()).isEqualTo("post:77_10");
    }

    @Test
    void newCommentOnAnOlderPostIsFoundByThePostsTime() {
        Cursor before = pull(null).cursor();
        meta.comment("Still available?");

        assertThat(pull(before).texts()).containsExactly("Still available?");
    }

    @Test
    void olderMessagesOfWhichOnlyTheIdIsToldAreNoMessages() {
        meta.write("77", "500", "Known").remove("created_time");

        assertThat(pull(null).items()).isEmpty();
    }
}
