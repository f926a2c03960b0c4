package dev.rapport.channels;

import dev.rapport.channels.http.Answer;
import dev.rapport.channels.http.Call;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Intake;
import dev.rapport.channels.spi.Media;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fetches the files that messages only link to, after the messages: links run out. What is too large, of another kind than it
 * says or nowhere to be had is noted as such; what leads into a private network is not asked for.
 */
@Component
class FetchesMedia {

    private static final int FILE_BYTES = 10 << 20;
    private static final int TRIES = 5;
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final MediaStore store;
    private final Calls calls;
    private final ObjectProvider<Intake> intake;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FetchesMedia(
            MediaStore store,
            Calls calls,
            ObjectProvider<Intake> intake,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.calls = calls;
        this.intake = intake;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Fetches the file that has waited longest. Returns false when none is due. */
    boolean fetchNext() {
        Optional<MediaStore.Due> next = store.claim(LEASE);
        next.ifPresent(this::fetch);
        return next.isPresent();
    }

    private void fetch(MediaStore.Due due) {
        try {
            Call call = Call.get(URI.create(due.uri())).atMost(FILE_BYTES);
            Answer answer = calls.follow(call);
            if (!answer.isOk()) {
                throw calls.refusal(call, answer);
            }
            settle(due, file(due, answer));
        } catch (Fault.Slow slow) {
            again(due, String.valueOf(slow.getMessage()), Waiting.until(slow.until(), clock.instant()));
        } catch (Fault.Refused | Fault.Auth | IllegalArgumentException refused) {
            settle(due, without(due, String.valueOf(refused.getMessage())));
        } catch (Fault broken) {
            again(due, String.valueOf(broken.getMessage()), Waiting.after(due.tries()));
        }
    }

    private static Media file(MediaStore.Due due, Answer answer) {
        if (answer.isCut()) {
            return without(due, "This file is larger than 10 MB and was not kept.");
        }
        String declared = Objects.requireNonNullElse(answer.header("Content-Type"), "")
                .replaceFirst(";.*", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        String type = FileKind.of(answer.body(), declared);
        if (type == null) {
            return without(due, "It is not what it says it is (" + declared + ") and was not kept.");
        }
        long size = answer.body().length;
        return new Media(due.name(), type, size, due.uri(), due.contentId(), answer.body(), null);
    }

    private void again(MediaStore.Due due, String why, Duration wait) {
        if (due.tries() >= TRIES) {
            settle(due, without(due, "It could not be fetched: " + why));
        } else {
            store.later(due.id(), wait);
        }
    }

    private void settle(MediaStore.Due due, Media file) {
        transaction.executeWithoutResult(status -> {
            intake.getObject().fetched(due.inbox(), due.remoteId(), file);
            store.done(due.id());
        });
    }

    private static Media without(MediaStore.Due due, @Nullable String why) {
        return new Media(due.name(), null, null, due.uri(), due.contentId(), null, why);
    }
}
