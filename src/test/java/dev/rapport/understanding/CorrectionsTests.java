package dev.rapport.understanding;

import static dev.rapport.cast.Voices.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.cast.Solvane;
import dev.rapport.cast.Voices;
import dev.rapport.commerce.AddBrand;
import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import dev.rapport.conversations.Batch;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Subject;
import dev.rapport.shared.UserId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnOneDatabase
class CorrectionsTests {

    private static final UserId ME = UserId.of(7L);

    @Autowired
    private Corrections corrections;

    @Autowired
    private Readers readers;

    @Autowired
    private TakesPlaced takesPlaced;

    @Autowired
    private Rereading rereading;

    @Autowired
    private CareRules rules;

    @Autowired
    private UnderstandingPersonalData personalData;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private JdbcClient jdbc;

    private Voices voices;
    private ProfileId owl;
    private ConversationId conversation;
    private Target brand;

    @BeforeEach
    void somebodySpeaks() {
        voices = new Voices(jdbc);
        owl = voices.profile("fediverse", "owl", "Owl");
        conversation = voices.conversation(1, "thread", "PUBLIC", owl);
        brand = catalogue.add(new AddBrand(Solvane.BRAND, Standing.OURS, List.of(), List.of("solvane")));
    }

    @Test
    void aCorrectionCountsForItsMessageAtOnce() {
        MessageId message = heard("@solvane the left one ships in a blue box");

        corrections.correct(polarity(message, Polarity.NEGATIVE));

        assertThat(column("polarity", message)).isEqualTo("NEGATIVE");
        assertThat(column("confidence::text", message)).isEqualTo("1");
        assertThat(column("corrected::text", message)).isEqualTo("true");
        assertThat(corrections.of(message))
                .extracting(Correction::change)
                .containsExactly(new Change.PolarityIs(Polarity.NEGATIVE));
    }

    @Test
    void theNextSimilarMessageIsReadAsTaught() {
        String words = "@solvane the left one ships in a blue box";
        assertThat(readers.current().read(Words.of(words)).polarity()).isNotEqualTo(Polarity.NEGATIVE);
        for (int i = 0; i < 4; i++) {
            corrections.correct(polarity(heard(words + " " + i), Polarity.NEGATIVE));
        }

        MessageId next = heard("@solvane mine ships in a blue box as well");

        assertThat(column("polarity", next)).isEqualTo("NEGATIVE");
    }

    @Test
    void takenBackTheMessageIsReadAgain() {
        MessageId message = heard(Solvane.COMPLAINT);
        String before = column("polarity", message);
        CorrectionId id = corrections.correct(polarity(message, Polarity.POSITIVE));

        corrections.takeBack(id, ME);
        corrections.takeBack(id, ME);

        assertThat(column("polarity", message)).isEqualTo(before);
        assertThat(column("corrected::text", message)).isEqualTo("false");
        assertThat(corrections.of(message)).isEmpty();
    }

    @Test
    void anOpinionCanBeJudgedOtherwiseAndTakenFromItsTarget() {
        MessageId message = heard(Solvane.COMPLAINT);
        About solvane = new About(brand, null);

        corrections.correct(
                new CorrectReading(new Wording(message, 1), new Change.OpinionIs(solvane, Polarity.NEUTRAL), ME));
        assertThat(opinions(message)).contains("Solvane NEUTRAL");

        corrections.correct(new CorrectReading(new Wording(message, 1), new Change.TargetIs(solvane, null), ME));
        assertThat(opinions(message)).noneMatch(opinion -> opinion.startsWith("Solvane"));
    }

    @Test
    void theLastWordAboutAThingHoldsAndKeepsWhatTheReaderSaid() {
        MessageId message = heard(Solvane.COMPLAINT);
        String said = column("polarity", message);

        corrections.correct(polarity(message, Polarity.POSITIVE));
        corrections.correct(polarity(message, Polarity.NEUTRAL));

        assertThat(corrections.of(message)).hasSize(1).first().satisfies(one -> {
            assertThat(one.change()).isEqualTo(new Change.PolarityIs(Polarity.NEUTRAL));
            assertThat(one.said()).isEqualTo(said);
        });
    }

    @Test
    void whatWasNeverReadCannotBeCorrected() {
        MessageId unread = voices.says(conversation, owl, "Hello", NOON);

        assertThatThrownBy(() -> corrections.correct(polarity(unread, Polarity.POSITIVE)))
                .isInstanceOf(NotRead.class);
    }

    @Test
    void theLeastSureReadingsAreOfferedUntilSomebodyHasLooked() {
        MessageId message = heard("@solvane the left one ships in a blue box");
        assertThat(corrections.leastSure(10)).extracting(Unsure::message).contains(message);

        corrections.correct(polarity(message, Polarity.NEUTRAL));

        assertThat(corrections.leastSure(10)).extracting(Unsure::message).doesNotContain(message);
    }

    @Test
    void theScorecardCountsWhatWasSaidAndMeant() {
        MessageId message = heard(Solvane.COMPLAINT);
        String said = column("polarity", message);
        corrections.correct(polarity(message, Polarity.POSITIVE));

        Scorecard scorecard = corrections.scorecard();

        assertThat(scorecard.confusion())
                .contains(new Scorecard.Confused(Polarity.valueOf(said), Polarity.POSITIVE, 1));
        assertThat(scorecard.read()).isPositive();
        assertThat(scorecard.gain()).isEqualTo(Scorecard.Gain.NONE);
    }

    @Test
    void correctionsGoWithWhoeverSaidTheWords() {
        MessageId message = heard(Solvane.COMPLAINT);
        corrections.correct(polarity(message, Polarity.POSITIVE));

        personalData.erase(Subject.ofProfiles(Set.of(owl), Set.of()), NOON);

        assertThat(corrections.of(message)).isEmpty();
    }

    @Test
    void historyIsReadAgainByTheRulesOfToday() {
        MessageId message = heard("Is this the queue for the Friday parcels");
        rules.write(new WritePattern("en", "queue", 60, "queue for the friday parcels", "late", ME));

        Outlook outlook = rereading.outlook(NOON.minusSeconds(60));
        Rereading.Done done = rereading.readAgain(NOON.minusSeconds(60), (read, of, changed) -> true);

        assertThat(outlook.messages()).isEqualTo(1);
        assertThat(outlook.polarities()).isEqualTo(1);
        assertThat(done).isEqualTo(new Rereading.Done(1, 1, true));
        assertThat(column("polarity", message)).isEqualTo("NEGATIVE");
        assertThat(column("reason", message)).isEqualTo("late");
        assertThat(rereading.outlook(NOON.minusSeconds(60)).messages()).isZero();
    }

    @Test
    void aCorrectionOutlivesReadingAgain() {
        MessageId message = heard(Solvane.COMPLAINT);
        corrections.correct(polarity(message, Polarity.POSITIVE));
        rules.write(new WritePattern("en", "queue", 60, "queue for the friday parcels", null, ME));

        rereading.readAgain(NOON.minusSeconds(60), (read, of, changed) -> true);

        assertThat(column("polarity", message)).isEqualTo("POSITIVE");
    }

    @Test
    void aPatternIsTriedOnWhatWasSaid() {
        MessageId message = heard("They left the parcel on the roof");

        Trial trial = rules.trial(new WritePattern("en", "lost", 20, "parcel on the roof/lawn", null, ME));

        assertThat(trial.newest())
                .extracting(Trial.Caught::message, caught -> caught.found().of(caught.words()))
                .contains(org.assertj.core.groups.Tuple.tuple(message, "parcel on the roof"));
    }

    @Test
    void aShippedPatternIsSwitchedOffAndOnAgain() {
        CareRule shipped =
                rules.all().stream().filter(rule -> !rule.own()).findFirst().orElseThrow();

        rules.remove(shipped.pattern(), ME);
        assertThat(rules.all()).contains(new CareRule(shipped.pattern(), false, true, true));

        rules.restore(shipped.pattern());
        assertThat(rules.all()).contains(shipped);
    }

    @Test
    void anOwnReasonIsFoundByItsWords() {
        rules.write(new CareReason("gift", "Gift wrapping", "gift wrapping; wrapped as a gift"));

        assertThat(readers.current()
                        .read(Words.of("Could it be wrapped as a gift"))
                        .careReason())
                .isEqualTo("gift");
    }

    private MessageId heard(String words) {
        MessageId message = voices.says(conversation, owl, words, NOON);
        takesPlaced.take(new Batch(1, new InboxId(1), false, message.value(), message.value(), List.of()));
        return message;
    }

    private static CorrectReading polarity(MessageId message, Polarity polarity) {
        return new CorrectReading(new Wording(message, 1), new Change.PolarityIs(polarity), ME);
    }

    private String column(String column, MessageId message) {
        return jdbc.sql("select " + column + " from understanding.readings where message_id = ?")
                .params(message.value())
                .query(String.class)
                .single();
    }

    private List<String> opinions(MessageId message) {
        return jdbc.sql("select target_name || ' ' || polarity from understanding.opinions where message_id = ?")
                .params(message.value())
                .query(String.class)
                .list();
    }
}
