package dev.rapport.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FormData;
import dev.rapport.cast.Person;
import dev.rapport.journeys.support.BringsVisitors;
import dev.rapport.journeys.support.Eventually;
import dev.rapport.journeys.support.PostOffice;
import dev.rapport.journeys.support.RunningRapport;
import dev.rapport.journeys.support.Screens;
import dev.rapport.journeys.support.Visitor;
import dev.rapport.journeys.support.Visitors;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The process is killed before replies leave, while they leave and when the first has arrived. Started again, every reply
 * arrives once, or is shown as perhaps sent to whoever has to decide; none arrives twice, none is lost in silence.
 */
@ExtendWith(BringsVisitors.class)
class RepliesSurviveAKill {

    private static final String ADDRESS = "support@solvane.example";
    private static final int CUSTOMERS = 4;

    @Test
    void noReplyArrivesTwiceOrIsLostInSilence(Visitors visitors) throws Exception {
        try (PostOffice mail = PostOffice.open();
                RunningRapport rapport = RunningRapport.onEmptyHome("killed-replies")) {
            Visitor ines = visitors.at(rapport.address());
            ines.becomesOwner(rapport.ownerLink(), Person.INES);
            String channel = Screens.connectMailbox(ines, mail, "Support", ADDRESS);
            List<Long> conversations = conversations(rapport, mail);

            killWhen(rapport, ines, conversations, "before", database -> true);
            killWhen(rapport, ines, conversations, "while", database -> count(database, "state = 'SENDING'") > 0);
            int arrived = mail.received(Person.MAREN).size();
            killWhen(
                    rapport,
                    ines,
                    conversations,
                    "after",
                    database -> mail.received(Person.MAREN).size() > arrived);

            everyReplyIsSettled(rapport, ines, mail, channel);
        }
    }

    /** Answers everybody and kills the process as soon as the moment has come; then starts it and lets it finish. */
    private static void killWhen(
            RunningRapport rapport, Visitor visitor, List<Long> conversations, String word, Moment moment)
            throws Exception {
        visitor.opens("/inbox");
        try (Connection database = rapport.database()) {
            for (long conversation : conversations) {
                FormData form = FormData.create().set("text", "Answer " + word + " the kill, " + conversation);
                assertThat(visitor.posts("/inbox/" + conversation + "/replies", form)
                                .status())
                        .isEqualTo(303);
            }
            Eventually.until(word, () -> moment.hasCome(database));
            rapport.kill();
        }
        rapport.startAgain();
        try (Connection database = rapport.database()) {
            Eventually.until(
                    "every reply has been tried",
                    () -> count(database, "state in ('QUEUED', 'SENDING') or state = 'UNSURE' and not ask_person")
                            == 0);
        }
    }

    private static void everyReplyIsSettled(RunningRapport rapport, Visitor visitor, PostOffice mail, String channel)
            throws Exception {
        List<String> arrived = new ArrayList<>();
        for (MimeMessage message : mail.received(Person.MAREN)) {
            arrived.add(message.getMessageID());
        }
        assertThat(arrived).doesNotHaveDuplicates();
        try (Connection database = rapport.database()) {
            long unsure = count(database, "state = 'UNSURE'");
            assertThat(count(database, "true")).isEqualTo(3L * CUSTOMERS);
            assertThat(count(database, "state = 'SENT'") + unsure).isEqualTo(3L * CUSTOMERS);
            assertThat(sent(database)).isSubsetOf(arrived);
            visitor.opens(channel);
            assertThat(visitor.page().getByText("Perhaps sent")).hasCount((int) unsure);
        }
    }

    private static List<Long> conversations(RunningRapport rapport, PostOffice mail) throws Exception {
        for (int i = 1; i <= CUSTOMERS; i++) {
            mail.write(Person.MAREN, ADDRESS, "Question " + i, "Where is my parcel " + i + "?");
        }
        List<Long> found = new ArrayList<>();
        try (Connection database = rapport.database()) {
            String each = "select id from conversations.conversations order by id";
            Eventually.until("all mails are heard", () -> all(database, each).size() == CUSTOMERS);
            all(database, each).forEach(id -> found.add(Long.parseLong(id)));
        }
        return found;
    }

    private static List<String> sent(Connection database) throws SQLException {
        return all(database, "select '<' || key || '@solvane.example>' from channels.outbox where state = 'SENT'");
    }

    private static long count(Connection database, String condition) throws SQLException {
        return Long.parseLong(all(database, "select count(*) from channels.outbox where " + condition)
                .getFirst());
    }

    private static List<String> all(Connection database, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** When to kill. */
    private interface Moment {
        boolean hasCome(Connection database) throws Exception;
    }
}
