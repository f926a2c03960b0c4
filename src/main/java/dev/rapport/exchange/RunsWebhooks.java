package dev.rapport.exchange;

import dev.rapport.shared.Loop;
import dev.rapport.shared.LoopsWhileServing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Keeps messages to other systems leaving while the application serves; a slow system holds up a few others only. */
@Component
@ConditionalOnBooleanProperty("rapport.serving")
class RunsWebhooks extends LoopsWhileServing {

    private static final int SENDERS = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final PostsWebhooks posts;

    RunsWebhooks(PostsWebhooks posts) {
        super(STOPS_WITHIN);
        this.posts = posts;
    }

    @Override
    protected List<Loop> begin() {
        List<Loop> loops = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            loops.add(Loop.start("telling other systems", PAUSE, posts::sendNext));
        }
        loops.add(Loop.start("forgetting what other systems were told", HOUR, () -> {
            posts.tidy();
            return false;
        }));
        return loops;
    }
}
