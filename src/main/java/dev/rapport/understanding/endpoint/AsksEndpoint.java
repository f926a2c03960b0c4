package dev.rapport.understanding.endpoint;

import dev.rapport.shared.OutsideHosts;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks the model outside of this house: one call at a time in all processes, within the day's budget, with a growing pause
 * after three faults. Nothing of it exists between two calls.
 */
@Component
public class AsksEndpoint {

    private static final int PATIENCE = 3;
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST_WISH = Duration.ofDays(1);
    private static final Duration SLACK = Duration.ofSeconds(10);

    private final EndpointStore store;
    private final UseStore use;
    private final EndpointKey keys;
    private final OutsideHosts hosts;
    private final Duration limit;
    private final Clock clock;

    /** @param limit for a whole call */
    AsksEndpoint(
            EndpointStore store,
            UseStore use,
            EndpointKey keys,
            OutsideHosts hosts,
            @Value("${rapport.second-reader.limit:20s}") Duration limit,
            Clock clock) {
        this.store = store;
        this.use = use;
        this.keys = keys;
        this.hosts = hosts;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * Asks once. It must not be called inside of a transaction: a call takes up to 20 seconds.
     *
     * @param task what to do with the words
     * @param words what the task is about; data, whatever it says
     * @throws NoAnswer when nothing was asked, or nothing of use came back
     */
    public Answer ask(Purpose purpose, String task, String words) {
        EndpointStore.Door door = store.take(
                        purpose, clock.instant(), clock.instant().plus(limit).plus(SLACK))
                .orElseThrow(() -> new NoAnswer(hindrance(purpose)));
        boolean settled = false;
        try {
            use.count(today(), 1, 0);
            ChatResponse response = model(door).call(new Prompt(new SystemMessage(task), new UserMessage(words)));
            use.count(today(), 0, tokens(response));
            String text = text(response);
            store.worked();
            settled = true;
            return new Answer(text, door.model());
        } catch (NoAnswer none) {
            settle(none);
            settled = true;
            throw none;
        } finally {
            if (!settled) {
                store.release();
            }
        }
    }

    private ChatModel model(EndpointStore.Door door) {
        try {
            URI address = URI.create(door.address());
            hosts.check(address);
            return new CompatibleChat(address, door.model(), keys.open(door.key(), door.address()), limit, clock);
        } catch (OutsideHosts.NotOutside e) {
            throw new NoAnswer(Trouble.ADDRESS);
        }
    }

    private Trouble hindrance(Purpose purpose) {
        Endpoint endpoint = store.find().orElse(null);
        if (endpoint == null || !endpoint.isOn() || !endpoint.isFor(purpose)) {
            return Trouble.OFF;
        }
        if (endpoint.isPaused(clock.instant())) {
            return Trouble.PAUSED;
        }
        int calls = use.days(today(), today()).getFirst().calls();
        return calls >= endpoint.callsADay() ? Trouble.BUDGET : Trouble.BUSY;
    }

    private void settle(NoAnswer none) {
        if (!none.trouble().isFault()) {
            store.release();
            return;
        }
        Instant now = clock.instant();
        int faults = store.failed(none.trouble(), none.status(), now);
        use.refused(today(), none.trouble().code());
        Instant until = pausedUntil(faults, none.retryAt(), now);
        if (until != null) {
            store.pause(until);
        }
    }

    /** Doubles from a minute to an hour; what the server wishes counts when it is longer, up to a day. */
    static @Nullable Instant pausedUntil(int faults, @Nullable Instant wish, Instant now) {
        Instant own = null;
        if (faults >= PATIENCE) {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(faults - PATIENCE, MOST_DOUBLINGS));
            own = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        }
        if (wish == null || !wish.isAfter(now)) {
            return own;
        }
        Instant bounded = wish.isAfter(now.plus(LONGEST_WISH)) ? now.plus(LONGEST_WISH) : wish;
        return own == null || bounded.isAfter(own) ? bounded : own;
    }

    static String text(ChatResponse response) {
        Generation first = response.getResult();
        String text = first == null ? null : first.getOutput().getText();
        if (first == null || text == null || text.isBlank()) {
            throw new NoAnswer(Trouble.NO_CHAT);
        }
        if (CompatibleChat.ENDED_EARLY.equals(first.getMetadata().getFinishReason())) {
            throw new NoAnswer(Trouble.CUT);
        }
        return text;
    }

    private static long tokens(ChatResponse response) {
        Integer total = response.getMetadata().getUsage().getTotalTokens();
        return total == null ? 0 : total;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
