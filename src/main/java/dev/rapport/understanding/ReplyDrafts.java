package dev.rapport.understanding;

import dev.rapport.understanding.endpoint.Answer;
import dev.rapport.understanding.endpoint.AsksEndpoint;
import dev.rapport.understanding.endpoint.Endpoint;
import dev.rapport.understanding.endpoint.Endpoints;
import dev.rapport.understanding.endpoint.Flawed;
import dev.rapport.understanding.endpoint.NoAnswer;
import dev.rapport.understanding.endpoint.Purpose;
import dev.rapport.understanding.endpoint.Trouble;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Service;

/** Drafts of replies by a model outside of this house, when that is switched on. Nothing of it is ever sent by itself. */
@Service
public class ReplyDrafts {

    private static final int TRIES = 40;
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final Endpoints endpoints;
    private final AsksEndpoint asks;

    ReplyDrafts(Endpoints endpoints, AsksEndpoint asks) {
        this.endpoints = endpoints;
        this.asks = asks;
    }

    /** The model that would draft; empty when none may. */
    public Optional<String> model(boolean isPrivate) {
        return endpoints.find().filter(endpoint -> endpoint.drafts(isPrivate)).map(Endpoint::model);
    }

    /** Asks for a draft and checks it. Takes up to half a minute; must not be called inside of a transaction. */
    public Drafted draft(DraftReply command) {
        if (model(command.isPrivate()).isEmpty()) {
            return new Drafted.NotWritten(Trouble.OFF.key());
        }
        var question = new DraftQuestion(
                command,
                "thread-"
                        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
        try {
            Answer answer = ask(question);
            return new Drafted.Written(question.read(answer.text()), answer.model());
        } catch (Flawed draft) {
            endpoints.refused(draft.flaw());
            return new Drafted.NotWritten(draft.flaw().key());
        } catch (NoAnswer none) {
            return new Drafted.NotWritten(none.trouble().key());
        }
    }

    /** Somebody waits for it: when the line is taken, it is tried again for some seconds. */
    private Answer ask(DraftQuestion question) {
        for (int tries = 1; ; tries++) {
            try {
                return asks.ask(Purpose.DRAFT, question.task(), question.words());
            } catch (NoAnswer none) {
                if (none.trouble() != Trouble.BUSY || tries == TRIES) {
                    throw none;
                }
                pause(none);
            }
        }
    }

    private static void pause(NoAnswer none) {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw none;
        }
    }
}
