package dev.rapport.understanding;

import dev.rapport.commerce.CatalogueSnapshot;
import dev.rapport.conversations.MessageId;
import dev.rapport.understanding.endpoint.Answer;
import dev.rapport.understanding.endpoint.AsksEndpoint;
import dev.rapport.understanding.endpoint.Flawed;
import dev.rapport.understanding.endpoint.NoAnswer;
import dev.rapport.understanding.endpoint.Purpose;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Puts a made-up sentence to the second reader, as a message would be put, and says what came back. */
@Service
public class TriesSecondReader {

    private static final String SENTENCE =
            "Hello, the parcel for order 40017 came two days late, and nobody told me. Regards,\nRobin Marlow";
    private static final String ABOUT = "the delivery";
    private static final int SHOWN = 600;

    private final AsksEndpoint asks;

    TriesSecondReader(AsksEndpoint asks) {
        this.asks = asks;
    }

    /** Takes up to 20 seconds; counts as a call of today. */
    public Tried tryIt() {
        var nobody = new CatalogueSnapshot(0, List.of(), List.of());
        Wording wording = new Wording(MessageId.of(0L), 1);
        var question = new SecondQuestion(
                wording, new Words(SENTENCE, null, List.of(), null), reading(), nobody, "made-up-message");
        String raw = "";
        try {
            Answer answer = asks.ask(Purpose.TRIAL, question.task(), question.words());
            raw = answer.text().substring(0, Math.min(answer.text().length(), SHOWN));
            SecondReading second = question.read(answer);
            String quote = second.opinions().isEmpty()
                    ? ""
                    : second.opinions().getFirst().quote().of(SENTENCE);
            return new Tried(question.sent(), second.polarity(), second.confidence(), quote, null, null, "");
        } catch (Flawed answer) {
            return Tried.failed(question.sent(), answer.flaw().key(), null, raw);
        } catch (NoAnswer none) {
            return Tried.failed(none.hasLeft() ? question.sent() : "", none.trouble().key(), none.status(), "");
        }
    }

    private static Reading reading() {
        Span parcel = new Span(SENTENCE.indexOf("the parcel"), SENTENCE.indexOf(" for order"));
        var opinion = new Opinion(null, null, ABOUT, Polarity.NEUTRAL, 0, parcel, parcel, List.of());
        return new Reading(
                "en", true, Polarity.NEUTRAL, 0, Set.of(), 0, List.of(), null, 0, List.of(opinion), List.of());
    }
}
