package dev.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.Rapport;
import dev.rapport.access.Role;
import dev.rapport.access.Staff;
import dev.rapport.cases.CaseId;
import dev.rapport.cases.Cases;
import dev.rapport.cases.Drafts;
import dev.rapport.cases.OpenCase;
import dev.rapport.cases.Resolution;
import dev.rapport.cases.ResolveCase;
import dev.rapport.cases.WriteNote;
import dev.rapport.channels.Inboxes;
import dev.rapport.channels.OpenInbox;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Intake;
import dev.rapport.channels.spi.Media;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.Conversations;
import dev.rapport.conversations.ReplyTo;
import dev.rapport.conversations.WorksBatches;
import dev.rapport.exchange.Import;
import dev.rapport.exchange.ImportId;
import dev.rapport.exchange.Imports;
import dev.rapport.exchange.RefusedLine;
import dev.rapport.exchange.StartImport;
import dev.rapport.postgres.Backups;
import dev.rapport.postgres.DatabaseConnection;
import dev.rapport.postgres.TestServer;
import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.PersonalDataHolder;
import dev.rapport.shared.RapportHome;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * One person leaves a word of their own in every table that can hold one. Each word is in the copy made for them; none is in
 * any column of the database after they were erased, nor when everything comes in again, nor in a backup that is restored.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestPropertySource(properties = "rapport.batch.workers=0")
@org.springframework.context.annotation.Import({Staff.class, WorksBatches.class})
class ErasedPersonStaysErasedTests {

    /** Words of each kind of thing that is held, no two alike. */
    private static final List<String> WORDS = List.of(
            "Xqnàme",
            "Xqfamily",
            "xqmail@example.net",
            "xqhandle",
            "7700900123",
            "xqtrade",
            "xqcity",
            "XQCUSTOMER9",
            "xqauthorid",
            "xqbio",
            "xqwebsite",
            "xqwhere",
            "xqremote",
            "xqpublic",
            "xqheadline",
            "xqmarkup",
            "xqedited",
            "xqurl",
            "xqpicture",
            "xqprivate",
            "xqsubject",
            "xqquoted",
            "xqfile",
            "xqcontent",
            "xqthread",
            "xqanswer",
            "xqnote",
            "xqdraft",
            "xqcasetitle",
            "xqopened",
            "xqresolved",
            "XQORDER1",
            "XQLINE1",
            "XQCONTRACT1",
            "xqserial",
            "xqshop",
            "xqreturned",
            "xqterms",
            "xqconsent",
            "xqproof",
            "xqraw",
            "xqparked",
            "xqreason",
            "xqwaiting");

    /** Kept for our work and not said to be theirs: an item nobody could read, one that was parked, one not yet placed. */
    private static final Set<String> NOT_IN_THE_COPY = Set.of("xqraw", "xqparked", "xqwaiting", "xqthread", "xqremote");

    /** Tables that can hold words and hold nothing about customers, each with the reason. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("access.audit_entries", "ids, names of roles and counts only, see Audit"),
            Map.entry("access.sign_in_attempts", "keyed hashes"),
            Map.entry("access.teams", "names of teams"),
            Map.entry("access.tombstones", "keyed hashes"),
            Map.entry("cases.rules", "rules of the house"),
            Map.entry("cases.worklist", "states only"),
            Map.entry("channels.inboxes", "our own places"),
            Map.entry("channels.spendings", "how much of a day is spent"),
            Map.entry("channels.silences", "what a place answered when it could not be heard"),
            Map.entry("commerce.aspects", "the catalogue"),
            Map.entry("commerce.brands", "the catalogue"),
            Map.entry("commerce.names", "the catalogue"),
            Map.entry("commerce.products", "the catalogue"),
            Map.entry("commerce.tombstones", "keyed hashes"),
            Map.entry("conversations.tombstones", "keyed hashes"),
            Map.entry("exchange.databases", "our own systems, sealed passwords"),
            Map.entry("exchange.transfer_runs", "figures, how far a query was read, what a server said without values"),
            Map.entry("exchange.transfers", "queries, names of columns, keyed hashes"),
            Map.entry("exchange.imports", "names of files, heads, progress"),
            Map.entry("exchange.mappings", "names of columns"),
            Map.entry("exchange.tombstones", "keyed hashes"),
            Map.entry("exchange.uploads", "names of files; their content is searched when somebody is erased"),
            Map.entry("exchange.webhook_messages", "kinds of events and ids only, see Webhooks"),
            Map.entry("exchange.webhooks", "other systems"),
            Map.entry("people.accounts", "organisations, which are no persons"),
            Map.entry("people.erasures", "counts only"),
            Map.entry("people.models", "weights only"),
            Map.entry("people.purposes", "switches only"),
            Map.entry("people.tombstones", "keyed hashes"),
            Map.entry("understanding.care_patterns", "rules of the house"),
            Map.entry("understanding.care_reasons", "reasons of the house"),
            Map.entry("understanding.embedding", "whether a model is on, codes of what went wrong"),
            Map.entry("understanding.endpoint", "our own choice of a model, a sealed key, codes of what went wrong"),
            Map.entry("understanding.endpoint_refusals", "codes and counts"),
            Map.entry("understanding.rereadings", "figures and what went wrong with them"));

    private static final Instant SAID = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    @Autowired
    People people;

    @Autowired
    Consents consents;

    @Autowired
    Erasures erasures;

    @Autowired
    Imports imports;

    @Autowired
    Intake intake;

    @Autowired
    Inboxes inboxes;

    @Autowired
    Conversations conversations;

    @Autowired
    Cases cases;

    @Autowired
    Drafts drafts;

    @Autowired
    WorksBatches batches;

    @Autowired
    Backups backups;

    @Autowired
    RapportHome home;

    @Autowired
    Staff staff;

    @Autowired
    ObjectProvider<PersonalDataHolder> holders;

    @Autowired
    Sql sql;

    @Autowired
    DataSource database;

    @Test
    void noWordOfThemIsLeftAnywhereAndNoneComesBack() throws Exception {
        UserId manager = staff.user("Jonas Weber", Role.MANAGER).id();
        InboxId mailbox = inboxes.open(new OpenInbox(
                "mail", "Care", "mail", "care@solvane.example", Map.of("imap.host", "127.0.0.1"), Map.of()));
        PersonId person = fill(mailbox, manager);
        assertThat(missing()).as("words that the test did not put anywhere").isEmpty();

        StringBuilder copy = new StringBuilder();
        erasures.export(person, (section, row) -> copy.append(row).append('\n'));
        assertThat(WORDS.stream()
                        .filter(word -> !NOT_IN_THE_COPY.contains(word))
                        .filter(word -> !copy.toString().contains(inJson(word))))
                .as("words that the copy lacks")
                .isEmpty();

        Path backup = folder.resolve("before.zip");
        backups.backup(backup, progress -> {});
        long said = count("select count(*) from conversations.messages");
        long sold = count("select count(*) from commerce.purchases");

        erasures.erase(new ErasePerson(person, manager));
        batches.workThrough();

        assertThat(found()).isEmpty();
        assertThat(count("select count(*) from conversations.messages")).isEqualTo(said);
        assertThat(count("select count(*) from commerce.purchases")).isEqualTo(sold);
        assertThat(people.find(person)).isEmpty();
        assertThat(sql.sql("select words from conversations.messages where remote_id = 'other-1'")
                        .single(String.class))
                .isEqualTo("Like ••••••••• says, it is a pity");

        comesInAgain(mailbox);
        assertThat(found()).as("after everything came in again").isEmpty();

        restored(backup);

        intake.accept(mailbox, List.of(mail("after", "xqmail@example.net", "Hello again", Instant.now())), false);
        batches.workThrough();
        assertThat(count("select count(*) from conversations.messages where words = 'Hello again'"))
                .as("what they say later is heard")
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from conversations.profiles where erased_at is not null and author_key = 'xqmail@example.net'"))
                .isEqualTo(1);
    }

    @Test
    void everyTableWithWordsIsNamedByAHolderOrExcused() throws Exception {
        Set<String> named = new HashSet<>(EXCEPTIONS.keySet());
        holders.forEach(holder -> named.addAll(holder.tables()));
        Set<String> tables;
        try (Connection connection = database.getConnection()) {
            tables = new TreeSet<>(new EveryTable(connection).withWords());
        }
        tables.removeIf(table -> table.contains("flyway_schema_history"));
        tables.removeAll(named);
        assertThat(tables).as("tables that nobody answers for").isEmpty();
    }

    @Test
    void erasingAgainFindsNobody() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> erasures.erase(new ErasePerson(new PersonId(999_999), new UserId(1)))))
                .isInstanceOf(NoSuchPerson.class);
    }

    private PersonId fill(InboxId mailbox, UserId manager) throws Exception {
        PersonFacts facts = new PersonFacts(
                "Xqnàme Xqfamily",
                "Xqnàme",
                "Xqfamily",
                List.of(),
                null,
                null,
                "xqtrade",
                null,
                "xqcity",
                null,
                null,
                List.of(),
                List.of(
                        Address.email("xqmail@example.net"),
                        Address.handle("square", "xqhandle"),
                        Address.phone("+44 7700900123")),
                List.of(new CustomerKey("shop", "XQCUSTOMER9")));
        PersonId person = people.add(new AddPerson(facts, Origin.ENTERED, manager));
        importFiles();
        intake.accept(mailbox, List.of(firstMail()), false);
        batches.workThrough();
        ConversationId thread = ConversationId.of(sql.sql("""
                select conversation_id from conversations.messages where words like 'xqprivate%'
                """).single(Long.class));
        conversations.reply(new ReplyTo(thread, manager, "xqanswer to you", null));
        CaseId work = cases.open(OpenCase.byHand(thread, manager, "xqopened"));
        cases.rename(work, "xqcasetitle", manager);
        cases.note(new WriteNote(thread, manager, "xqnote"));
        drafts.keep(manager, thread, Drafts.Kind.REPLY, "xqdraft");
        cases.resolve(new ResolveCase(work, manager, Resolution.Reason.SOLVED, "xqresolved", null));
        consents.record(new RecordConsent(
                person,
                Purpose.MARKETING,
                "mail",
                Consent.Answer.REFUSED,
                LocalDate.of(2026, 3, 1),
                Consent.How.IN_WRITING,
                "xqconsent",
                "xqproof",
                manager));
        byHand(mailbox);
        intake.accept(mailbox, List.of(mail("waits", "xqmail@example.net", "xqwaiting", SAID)), false);
        return person;
    }

    private static Heard firstMail() {
        return mail("xqremote-mail", "xqmail@example.net", "xqprivate words", SAID);
    }

    /** What only a fault brings: it is put where it would stand. */
    private void byHand(InboxId mailbox) {
        sql.sql(
                        "insert into channels.unreadable (inbox_id, remote_id, raw, why) values (:inbox, 'u1', :raw, 'No date')")
                .param("inbox", mailbox)
                .param("raw", "From: xqmail@example.net\n\nxqraw".getBytes(StandardCharsets.UTF_8))
                .update();
        sql.sql("""
                insert into conversations.parked (message_id, batch_id, inbox_id, step, why, payload)
                select id, batch_id, inbox_id, 'UNDERSTOOD', 'It broke at xqparked', 'xqparked'::bytea
                from conversations.messages where words like 'xqprivate%'
                """).update();
        sql.sql("""
                update understanding.readings set reasons = array['urgency.threat' || chr(9) || 'xqreason']
                where message_id = (select id from conversations.messages where words like 'xqprivate%')
                """).update();
    }

    private List<Import> importFiles() throws Exception {
        return List.of(
                importFile("messages", "said.ndjson", MESSAGES, Map.of("inbox", "Square", "as", "live")),
                importFile("purchases", "bought.csv", PURCHASES, Map.of("source", "shop")),
                importFile("contracts", "agreed.csv", CONTRACTS, Map.of("source", "shop")));
    }

    private static final String MESSAGES = """
            {"id":"xqremote-1","author":{"id":"xqauthorid","handle":"xqhandle","name":"Xqnàme Xqfamily","bio":"xqbio","website":"https://xqwebsite.example","location":"xqcity"},"text":"xqpublic words about @somebody","title":"xqheadline","html":"<p>xqmarkup</p>","said_at":"2026-03-02T12:00:00Z","uri":"https://square.example/xqurl","location":"xqwhere","thread":"xqthread","media":[{"name":"xqpicture.png","type":"image/png","uri":"https://square.example/xqpicture.png"}]}
            {"id":"xqremote-1","revision":"2","kind":"edited","author":{"id":"xqauthorid","handle":"xqhandle"},"text":"xqedited words","title":"xqheadline","html":"<p>xqmarkup</p>","said_at":"2026-03-02T12:00:00Z"}
            {"id":"other-1","author":{"id":"77","handle":"otherone"},"text":"Like @xqhandle says, it is a pity","html":"<p>@xqhandle</p>","said_at":"2026-03-02T13:00:00Z","in_reply_to":"xqremote-1","addressees":["xqhandle"]}
            {"id":"broken","author":{"handle":"xqhandle"},"text":"xqpublic too","said_at":"yesterday"}
            {"id":"cut","author":"xqhandle","text":"xqpublic
            """;

    private static final String PURCHASES = """
            number,order_number,customer_number,product,bought_on,place,serial,returned_on,return_why,warranty_until,warranty_terms
            XQLINE1,XQORDER1,XQCUSTOMER9,Bike,2026-01-05,xqshop,xqserial,2026-01-20,xqreturned,2028-01-05,xqterms
            XQLINE2,XQORDER1,XQCUSTOMER9,Bike,not a day,xqshop,xqserial,,,,
            Z1,Z2,OTHER,Bike,2026-01-05,Lisbon,S-1,,,,
            """;

    private static final String CONTRACTS = """
            number,customer_number,product,begins_on
            XQCONTRACT1,XQCUSTOMER9,Care plan,2026-01-01
            """;

    private Import importFile(String kind, String name, String text, Map<String, String> options) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        ImportId id = imports.start(new StartImport(kind, file, name, options, null));
        return imports.runToEnd(id, progress -> {});
    }

    private void comesInAgain(InboxId mailbox) throws Exception {
        List<Import> again = importFiles();
        assertThat(intake.accept(mailbox, List.of(firstMail()), false).added()).isZero();
        batches.workThrough();
        assertThat(again).allSatisfy(one -> assertThat(one.progress().added()).isZero());
        assertThat(imports.refused(again.get(1).id(), 0, 10))
                .extracting(RefusedLine::raw, line -> line.why().replaceAll("\\d{4}-\\d\\d-\\d\\d", "DAY"))
                .contains(org.assertj.core.api.Assertions.tuple("", "Erased on request, on DAY."));
    }

    /** A new home and database from the backup, with the log of erasures: the application erases before it opens. */
    private void restored(Path backup) throws Exception {
        DatabaseConnection fresh = TestServer.newDatabase();
        Path newHome = TestServer.folder("home-restored-after-erasure");
        FileSystemUtils.deleteRecursively(newHome);
        Files.createDirectories(newHome);
        new Backups(new RapportHome(newHome), fresh).restore(backup, progress -> {});
        try (Connection connection = fresh.open()) {
            assertThat(new EveryTable(connection).found(List.of("xqprivate")))
                    .as("the backup has them")
                    .isNotEmpty();
        }
        Files.copy(home.resolve("erasures.log"), newHome.resolve("erasures.log"));
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Rapport.class)
                        .web(WebApplicationType.NONE)
                        .properties(Map.of(
                                "rapport.database.url", fresh.url(),
                                "rapport.database.user", fresh.user(),
                                "rapport.database.password", fresh.password(),
                                "rapport.batch.workers", "0",
                                "rapport.home", newHome.toString()))
                        .run();
                Connection connection = fresh.open()) {
            assertThat(context.isRunning()).isTrue();
            assertThat(new EveryTable(connection).found(WORDS))
                    .as("in the restored database")
                    .isEmpty();
        }
    }

    private List<String> found() throws Exception {
        try (Connection connection = database.getConnection()) {
            return new EveryTable(connection).found(WORDS);
        }
    }

    private List<String> missing() throws Exception {
        try (Connection connection = database.getConnection()) {
            EveryTable tables = new EveryTable(connection);
            List<String> missing = new java.util.ArrayList<>();
            for (String word : WORDS) {
                if (tables.found(List.of(word)).isEmpty()) {
                    missing.add(word);
                }
            }
            return missing;
        }
    }

    /** A file's bytes are in the copy in Base64. */
    private static String inJson(String word) {
        return word.equals("xqcontent")
                ? Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8))
                : word;
    }

    private long count(String query) {
        return sql.sql(query).single(Long.class);
    }

    private static Heard mail(String id, String address, String text, Instant said) {
        Author author = Author.of("mail", address, address, "Xqnàme Xqfamily");
        @Nullable String html = text.startsWith("xqprivate") ? "<p>xqmarkup</p>" : null;
        return new Heard(
                id,
                "",
                Heard.Kind.SAID,
                null,
                author,
                List.of("care@solvane.example"),
                null,
                text,
                html,
                text.startsWith("Hello") ? text : text + " xqquoted",
                text.startsWith("Hello") ? null : "xqsubject",
                said,
                0,
                null,
                List.of(),
                null,
                null,
                false,
                Heard.Visibility.PRIVATE,
                null,
                null,
                null,
                null,
                Heard.Manner.PERSONAL,
                text.startsWith("xqprivate")
                        ? List.of(new Media(
                                "xqfile.txt",
                                "text/plain",
                                9L,
                                null,
                                null,
                                "xqcontent".getBytes(StandardCharsets.UTF_8),
                                null))
                        : List.of());
    }
}
