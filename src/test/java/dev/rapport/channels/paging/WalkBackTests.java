package dev.rapport.channels.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.paging.NewestFirst.Listed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WalkBackTests {

    private final List<JsonNode> place = new ArrayList<>();
    private final NewestFirst list =
            new NewestFirst(item -> item.path("id").asString(""), older -> new Listed(place.reversed(), null, null));

    @Test
    void firstThingInAPlaceWhereNothingWasIsNew() {
        WalkBack nothing = list.next(WalkBack.START, From.NOW).next();
        say("first");

        assertThat(nothing.neverFinished()).isFalse();
        assertThat(list.next(nothing, From.NOW).items()).hasSize(1);
    }

    @Test
    void whatWasSaidBeforeIsNotTakenWhereReadingBeginsNow() {
        say("before");
        NewestFirst.Slice first = list.next(WalkBack.START, From.NOW);
        say("after");

        assertThat(first.items()).isEmpty();
        assertThat(list.next(first.next(), From.NOW).items())
                .extracting(item -> item.path("id").asString(""))
                .containsExactly("after");
    }

    @Test
    void walkThatBeginsAnewForgetsItsWayAndNotWhatIsKnown() {
        WalkBack walk = new WalkBack(List.of("known"), List.of("top"), "a way back");

        assertThat(walk.again()).isEqualTo(new WalkBack(List.of("known"), List.of(), null));
    }

    private void say(String id) {
        place.add(JsonMapper.shared().createObjectNode().put("id", id));
    }
}
