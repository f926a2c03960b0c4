package dev.rapport.exchange.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.exchange.CannotSave;
import dev.rapport.exchange.ImportId;
import dev.rapport.exchange.Imports;
import dev.rapport.exchange.RefusedLine;
import dev.rapport.exchange.databases.Schedule.Every;
import dev.rapport.exchange.databases.TransferRun.State;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

/** What holds for every kind of database that is proven, against a real server of that kind. A run takes five rows. */
@SpringBootTest
@TestPropertySource(properties = "rapport.databases.rows-a-run=5")
abstract class DatabaseContract {

    private static final UserId INES = new UserId(1);
    private static final String QUERY = "select number, name, email, born as birth_date, changed_at from customers";

    @Autowired
    Databases databases;

    @Autowired
    Transfers transfers;

    @Autowired
    FirstRows firstRows;

    @Autowired
    DatabaseConnections connections;

    @Autowired
    Imports imports;

    @Autowired
    Sql sql;

    private final String source = UUID.randomUUID().toString();

    abstract TheirDatabase theirs();

    @BeforeEach
    void begin() throws SQLException {
        theirs().begin();
    }

    @Test
    void connectionIsTriedAndSaysWhatServerItIs() {
        Database there = databases.test(connected().id());

        assertThat(there.problem()).isNull();
        assertThat(there.server()).containsIgnoringCase(theirs().kind().name().substring(0, 5));
    }

    @Test
    void firstRunBringsAllTheSecondNothing() throws Exception {
        theirs().has("1", "Maren", 1);
        theirs().has("2", "Tomas", 2);
        TransferId id = intake(QUERY, "changed_at", "");

        Transfer first = run(id);
        assertThat(last(first))
                .extracting(TransferRun::state, TransferRun::rows)
                .containsExactly(State.DONE, 2L);
        assertThat(first.watermark()).startsWith("2026-03-01T12:02:00.123456");
        assertThat(customers()).containsExactly("1 Maren", "2 Tomas");

        Transfer second = run(id);
        assertThat(last(second))
                .extracting(TransferRun::state, TransferRun::rows)
                .containsExactly(State.DONE, 0L);
        assertThat(last(second).importId()).isNull();
        assertThat(second.dueAt()).isAfter(Instant.now());
    }

    @Test
    void changedRowArrivesByItsWatermark() throws Exception {
        theirs().has("1", "Maren", 1);
        theirs().has("2", "Tomas", 2);
        TransferId id = intake(QUERY, "changed_at", "");
        run(id);

        theirs().run(
                        "update customers set name = 'Marine', changed_at = timestamp '2026-03-01 13:00:00' where number = '1'");
        theirs().has("3", "Leila", 2);

        assertThat(last(run(id)).rows()).isEqualTo(2);
        assertThat(customers()).containsExactly("1 Marine", "2 Tomas", "3 Leila");
    }

    @Test
    void rowsOfOneWatermarkAtTheEdgeOfARunAreAllBrought() throws Exception {
        for (int i = 0; i < 13; i++) {
            theirs().has("n" + i, "Name" + i, i / 4);
        }
        TransferId id = intake(QUERY, "changed_at", "");

        assertThat(last(run(id)).isFull()).isTrue();
        runUntilNothingIsNew(id);

        assertThat(customers()).hasSize(13);
    }

    @Test
    void moreRowsOfOneWatermarkThanARunTakesNeedAKey() throws Exception {
        for (int i = 0; i < 12; i++) {
            theirs().has("n" + i / 10 + i % 10, "Name" + i, 5);
        }
        TransferId id = intake(QUERY, "changed_at", "");
        run(id);

        assertThat(Objects.requireNonNull(run(id).problem()).key()).endsWith("CROWDED");

        transfers.change(id, command(QUERY, "changed_at", "number"));
        runUntilNothingIsNew(id);
        assertThat(customers()).hasSize(12);
    }

    @Test
    void numberAndTextCanBeWatermarksToo() throws Exception {
        theirs().has("1", "Maren", 1);
        theirs().has("2", "Tomas", 2);
        for (String column : List.of("points", "number")) {
            TransferId id = intake(QUERY.replace("email", "email, points"), column, "");
            assertThat(last(run(id)).rows()).as(column).isEqualTo(2);
            assertThat(last(run(id)).rows()).as(column).isZero();
            transfers.remove(id);
        }
    }

    @Test
    void badRowIsRefusedKeptAndNotBroughtAgain() throws Exception {
        theirs().has("", "Nobody", 1);
        theirs().has("2", "Tomas", 2);
        TransferId id = intake(QUERY, "changed_at", "");

        ImportId importId = Objects.requireNonNull(last(run(id)).importId());

        assertThat(imports.refused(importId, 0, 10))
                .singleElement()
                .extracting(RefusedLine::raw)
                .asString()
                .contains("Nobody");
        assertThat(customers()).containsExactly("2 Tomas");
        assertThat(last(run(id)).rows()).isZero();
    }

    @Test
    void runThatDiedIsRepeatedAndDoublesNothing() throws Exception {
        theirs().has("1", "Maren", 1);
        TransferId id = intake(QUERY, "changed_at", "");
        TransferRun dying = last(transfers.step(id));
        assertThat(dying.state()).isEqualTo(State.IMPORTING);
        sql.sql("update exchange.transfer_runs set state = 'READING', import_id = null where id = :id")
                .param("id", dying.id())
                .update();

        Transfer again = run(id);
        imports.runToEnd(Objects.requireNonNull(dying.importId()), progress -> {});

        assertThat(last(again).rows()).isEqualTo(1);
        assertThat(transfers.runs(id)).extracting(TransferRun::state).containsExactly(State.DONE, State.FAILED);
        assertThat(customers()).containsExactly("1 Maren");
    }

    @Test
    void watermarkStaysWhenTheImportIsStopped() throws Exception {
        theirs().has("1", "Maren", 1);
        TransferId id = intake(QUERY, "changed_at", "");
        imports.stop(Objects.requireNonNull(last(transfers.step(id)).importId()));

        Transfer stopped = transfers.step(id);

        assertThat(Objects.requireNonNull(stopped.problem()).key()).endsWith("IMPORT");
        assertThat(stopped.watermark()).isNull();
        assertThat(stopped.dueAt()).isAfter(Instant.now());
        assertThat(last(run(id)).rows()).isEqualTo(1);
    }

    @Test
    void anotherQueryIsReadFromItsFirstRow() throws Exception {
        theirs().has("1", "Maren", 1);
        TransferId id = intake(QUERY, "changed_at", "");
        run(id);

        transfers.change(id, command(QUERY + " where points > 0", "changed_at", ""));

        assertThat(last(run(id)).rows()).isEqualTo(1);
    }

    @Test
    void whatGoesWrongIsSaidPlainlyAndTriedAgain() throws Exception {
        assertThat(trouble(theirs().withPassword(name(), "wrong"))).endsWith("SIGN_IN");
        assertThat(trouble(theirs().at(name(), closedPort(), theirs().database())))
                .endsWith("UNREACHABLE");
        assertThat(trouble(theirs().at(name(), theirs().port(), "nowhere"))).endsWith("NO_DATABASE");

        TransferId id = intake("select number, changed_at, nonsense from customers", "changed_at", "");
        Transfer failed = transfers.step(id);

        assertThat(Objects.requireNonNull(failed.problem()).words()).contains("nonsense");
        assertThat(failed.failures()).isEqualTo(1);
        assertThat(failed.dueAt()).isAfter(Instant.now());
    }

    @Test
    void missingWatermarkNamesTheColumnsThereAre() {
        TransferId id = intake(QUERY, "modified", "");

        assertThat(Objects.requireNonNull(transfers.step(id).problem()).words()).contains("modified");
    }

    @Test
    void bringingCannotChangeAnything() throws Exception {
        theirs().has("1", "Maren", 1);
        Database there = connected();

        assertThatThrownBy(() -> connections.reading(there, open -> {
                    try (Statement statement = open.createStatement()) {
                        return statement.execute("delete from customers");
                    }
                }))
                .isInstanceOfSatisfying(
                        DatabaseFailed.class,
                        failed -> assertThat(failed.reason().key()).endsWith("READS_ONLY"));
        assertThat(theirRows("select number from customers")).containsExactly("1");
    }

    @Test
    void firstRowsAreShownWithWhatWouldBecomeOfThem() throws Exception {
        theirs().has("1", "Maren", 1);
        theirs().has("", "Nobody", 2);

        Look look = firstRows.at(
                connected(), (Intake) command(QUERY, "changed_at", "").plan(), INES);

        assertThat(look.columns())
                .map(String::toLowerCase)
                .containsExactly("number", "name", "email", "birth_date", "changed_at");
        assertThat(look.rows().getFirst()).startsWith("1", "Maren", "maren@example.org", "1980-01-31");
        assertThat(look.mapping().field("email")).isEqualTo("email");
        assertThat(Objects.requireNonNull(look.preview()))
                .extracting(seen -> seen.added(), seen -> seen.refused())
                .containsExactly(1L, 1L);
        assertThat(customers()).isEmpty();
        assertThat(sql.sql("select count(*) from exchange.uploads").single(Long.class))
                .isZero();
    }

    @Test
    void exportIsWrittenIntoTheirTableChangedAndAdded() throws Exception {
        theirs().has("1", "Maren", 1);
        theirs().has("2", "Tomas", 2);
        run(intake(QUERY, "changed_at", ""));
        theirs().run("insert into told_back (number, name, changed) values ('1', 'Before', 5)");
        TransferId id = writeBack();

        Transfer written = transfers.step(id);

        assertThat(last(written).state()).as("%s", written.problem()).isEqualTo(State.DONE);
        assertThat(theirRows("select concat(number, ' ', name, ' ', changed) from told_back order by number"))
                .contains("1 Maren 5", "2 Tomas 0");
        long rows = last(written).rows();
        assertThat(last(transfers.step(id)).rows()).isEqualTo(rows);
        assertThat(theirRows("select number from told_back where number in ('1', '2')"))
                .hasSize(2);
        assertThat(theirRows("select cast(born as char(10)) from told_back where number = '1'"))
                .containsExactly("1980-01-31");
    }

    @Test
    void rowTheirDatabaseRefusesIsReportedAndTheOthersArrive() throws Exception {
        theirs().has("1", "Maren", 1);
        theirs().has("too-long", "Maximiliane-Josephine", 2);
        theirs().has("3", "Leila", 3);
        run(intake(QUERY, "changed_at", ""));

        TransferRun run = last(transfers.step(writeBack()));

        assertThat(run.refused()).isPositive();
        assertThat(Objects.requireNonNull(run.why()).words()).doesNotContain("Maximiliane");
        assertThat(theirRows("select number from told_back order by number"))
                .contains("1", "3")
                .doesNotContain("too-long");
    }

    @Test
    void nothingIsWrittenUnlessAnOwnerAllowedIt() throws Exception {
        Database there = databases
                .find(databases.connect(theirs().withPassword(name(), theirs().password()), INES))
                .orElseThrow();

        assertThatThrownBy(() -> transfers.add(there.id(), writing(), INES)).isInstanceOf(CannotSave.class);
        assertThatThrownBy(() -> connections.writing(there, open -> "written")).isInstanceOf(DatabaseFailed.class);
    }

    @Test
    void tableThatIsNotThereIsNeverWrittenInto() {
        Database there = connected();

        assertThat(firstRows.tables(there)).anyMatch(table -> table.endsWith("told_back"));
        assertThatThrownBy(() -> firstRows.columns(there, "told_back; drop table customers"))
                .isInstanceOf(DatabaseFailed.class);
        assertThatThrownBy(() -> firstRows.columns(there, "told%")).isInstanceOf(DatabaseFailed.class);
    }

    @Test
    void anotherServerNeverLearnsThePassword() throws IOException {
        Database there = connected();

        assertThatThrownBy(() -> databases.change(
                        there.id(),
                        new ConnectDatabase(
                                name(), there.kind(), "elsewhere.example", 1234, "db", "user", "", Tls.OFF, false)))
                .isInstanceOfSatisfying(
                        CannotSave.class, cannot -> assertThat(cannot.field()).isEqualTo("password"));
    }

    /** Runs until the import that it began is over. */
    Transfer run(TransferId id) throws InterruptedException {
        Transfer now = transfers.step(id);
        TransferRun last = Objects.requireNonNull(now.last());
        if (last.state() == State.IMPORTING) {
            imports.runToEnd(Objects.requireNonNull(last.importId()), progress -> {});
            now = transfers.step(id);
        }
        return now;
    }

    private void runUntilNothingIsNew(TransferId id) throws InterruptedException {
        for (int runs = 0; runs < 20; runs++) {
            Transfer now = run(id);
            assertThat(now.problem()).isNull();
            TransferRun last = Objects.requireNonNull(now.last());
            if (last.rows() == 0 && !last.isFull()) {
                return;
            }
        }
        throw new AssertionError("It never ends");
    }

    Database connected() {
        return databases
                .find(databases.connect(theirs().connecting(name()), INES))
                .orElseThrow();
    }

    private TransferId intake(String query, String watermark, String key) {
        return transfers.add(connected().id(), command(query, watermark, key), INES);
    }

    private SaveTransfer command(String query, String watermark, String key) {
        Intake intake = new Intake("persons", Map.of("source", source), null, query, watermark, key);
        return new SaveTransfer(name(), intake, new Schedule(Every.HOUR, 0, ZoneOffset.UTC));
    }

    private TransferId writeBack() {
        return transfers.add(connected().id(), writing(), INES);
    }

    private SaveTransfer writing() {
        String table = firstRows.tables(connected()).stream()
                .filter(name -> name.endsWith("told_back"))
                .findFirst()
                .orElseThrow();
        WriteBack plan = new WriteBack(
                "persons", table, Map.of("number", "number", "name", "name", "birth_date", "born"), List.of("number"));
        return new SaveTransfer(name(), plan, new Schedule(Every.DAY, 4, ZoneOffset.UTC));
    }

    private String trouble(ConnectDatabase command) {
        Database there = databases.test(databases.connect(command, INES));
        return Objects.requireNonNull(there.problem()).key();
    }

    private List<String> customers() {
        return sql.sql("""
                        select n.number || ' ' || p.name from people.customer_numbers n join people.persons p on p.id = n.person_id
                        where n.source = :source order by n.number
                        """).param("source", source).list(String.class);
    }

    private List<String> theirRows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection open = theirs().open();
                Statement statement = open.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private static TransferRun last(Transfer transfer) {
        return Objects.requireNonNull(transfer.last());
    }

    private static String name() {
        return "CRM " + UUID.randomUUID();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
