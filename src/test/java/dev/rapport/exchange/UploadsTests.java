package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.exchange.files.UnreadableFile;
import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.exchange.spi.ImportOutcome.Refusal;
import dev.rapport.exchange.spi.ImportTarget;
import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.RapportHome;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

/** From a file of another system to lines with our fields: mapped, looked at, brought in, repaired. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
class UploadsTests {

    private static final UserId INES = new UserId(1);
    private static final Map<String, String> NAVISION = Map.of("source", "Navision");
    private static final String CUSTOMERS = """
            Customer No;Name;E-Mail;E-Mail 2;Fax
            1;Maren Vogt;maren@example.org;m.vogt@example.org;77
            2;;tomas@example.org;;78
            3;Leila Haddad;;;79
            """;

    @TempDir
    Path folder;

    @Autowired
    Uploads uploads;

    @Autowired
    Imports imports;

    @Autowired
    Mappings mappings;

    @Autowired
    WaitingFiles files;

    @Autowired
    RapportHome home;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Sql sql;

    @BeforeEach
    void emptyTables() {
        sql.sql("""
                        create table if not exists exchange.test_customers (
                          source text, number text, name text, emails text, primary key (source, number))
                        """).update();
        sql.sql("truncate exchange.test_customers, exchange.mappings, exchange.uploads")
                .update();
    }

    @Test
    void fileOfAnotherSystemIsBroughtInUnderOurFields() throws Exception {
        Import done = run(begin(CUSTOMERS, null));

        assertThat(done.progress().added()).isEqualTo(2);
        assertThat(done.progress().refused()).isEqualTo(1);
        assertThat(emails("1")).isEqualTo("maren@example.org m.vogt@example.org");
        assertThat(mapping(done).field("fax")).isEmpty();
    }

    @Test
    void whatWasSaidOfASourceIsRememberedAndCanBeForgotten() throws Exception {
        String strange = "Kennung;Bezeichnung\n8;Piet de Wit\n";
        assertThatThrownBy(() -> begin(strange, null))
                .isInstanceOf(CannotImport.class)
                .hasMessage("No column feeds “number”, “name”. The file has: kennung, bezeichnung.");

        run(begin(strange, columns("kennung", "number", "bezeichnung", "name")));
        assertThat(run(begin(strange, null)).progress().repeated()).isEqualTo(1);
        assertThat(mappings.sources()).contains("Navision");

        RememberedMapping remembered = mappings.all().getFirst();
        assertThat(remembered.mapping().field("kennung")).isEqualTo("number");
        mappings.forget(remembered.id());
        assertThat(mappings.all()).isEmpty();
        assertThatThrownBy(() -> begin(strange, null)).isInstanceOf(CannotImport.class);
    }

    @Test
    void kindWithoutASourceTakesColumnsThatSynonymsTell() throws Exception {
        Path file = Files.writeString(folder.resolve("plain.csv"), "Bezeichnung\nlamp\n");

        Import done = run(imports.start(new StartImport("lamps", file, "plain.csv", Map.of(), INES)));

        assertThat(done.progress().added()).isEqualTo(1);
        assertThat(mapping(done).field("bezeichnung")).isEqualTo("name");
    }

    @Test
    void mapWithColumnsThatAreNotThereIsRefused() {
        assertThatThrownBy(() -> begin(CUSTOMERS, columns("customer_number", "number")))
                .isInstanceOf(CannotImport.class)
                .hasMessageStartingWith("The file has no column “customer_number”. It has: customer_no, name");
    }

    @Test
    void previewSaysWhatWouldBecomeOfTheFileAndLeavesNothing() throws Exception {
        run(begin("Customer No;Name\n3;Leila H.\n", null));
        Upload upload = keep(CUSTOMERS);

        Preview preview = uploads.preview(upload);

        assertThat(List.of(preview.lines(), preview.added(), preview.changed(), preview.repeated(), preview.refused()))
                .containsExactly(3L, 1L, 1L, 0L, 1L);
        assertThat(preview.isWhole()).isTrue();
        assertThat(preview.rows().getFirst().values())
                .containsEntry("number", "1")
                .containsEntry("email", List.of("maren@example.org", "m.vogt@example.org"))
                .doesNotContainKey("fax");
        assertThat(preview.rows().get(1).refused())
                .isEqualTo(new Reason("A customer has a name.", "test.name-missing", List.of("2")));
        assertThat(preview.refusedLines()).extracting(RefusedLine::line).containsExactly(3L);
        assertThat(customers()).isEqualTo(1);
        assertThat(imports.newest(0, 100)).noneMatch(one -> one.fileName().equals("waiting.csv"));
    }

    @Test
    void previewOfALargeFileSaysThatItIsAPart() throws Exception {
        StringBuilder many = new StringBuilder("Customer No;Name\n");
        for (int i = 1; i <= 3 * Previews.LINES; i++) {
            many.append(i).append(";Customer ").append(i).append('\n');
        }

        Preview preview = uploads.preview(keep(many.toString()));

        assertThat(preview.lines()).isEqualTo(Previews.LINES);
        assertThat(preview.isWhole()).isFalse();
        assertThat(customers()).isZero();
    }

    @Test
    void onlyOnePreviewRunsAtATime() throws Exception {
        Upload upload = keep(CUSTOMERS);
        transaction.executeWithoutResult(status -> {
            sql.sql("select pg_advisory_xact_lock(hashtextextended('exchange.preview', 0))")
                    .list((row, number) -> "");
            Thread other = Thread.ofVirtual()
                    .unstarted(() -> assertThatThrownBy(() -> uploads.preview(upload))
                            .isInstanceOf(CannotImport.class)
                            .hasMessageContaining("Somebody else"));
            List<Throwable> failures = new ArrayList<>();
            other.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            other.start();
            join(other);
            assertThat(failures).isEmpty();
        });
    }

    @Test
    void refusedRowsAreRepairedInTheirOwnColumnsWithTheSameMapping() throws Exception {
        Import first = run(begin(CUSTOMERS, columns("e_mail_2", "")));
        StringWriter refused = new StringWriter();
        imports.refusedFile(first.id()).writeTo(refused, reason -> "Raison : " + reason.key());
        assertThat(refused.toString())
                .isEqualTo("Customer No;Name;E-Mail;E-Mail 2;Fax;refused_because\r\n"
                        + "2;;tomas@example.org;;78;Raison : test.name-missing\r\n");

        Path repaired =
                Files.writeString(folder.resolve("r.csv"), refused.toString().replace("2;;", "2;Tomas Lindqvist;"));
        UploadId id = uploads.keepRepaired(first, repaired, "r.csv", INES);
        Upload upload = uploads.find(id).orElseThrow();
        assertThat(uploads.preview(upload).added()).isEqualTo(1);
        Import second = run(uploads.start(upload, INES));

        assertThat(second.repairs()).isEqualTo(first.id());
        assertThat(second.progress().added()).isEqualTo(1);
        assertThat(second.options()).containsEntry("source", "Navision");
        assertThat(mapping(second).field("e_mail_2")).isEmpty();
        assertThat(customers()).isEqualTo(3);
        assertThat(uploads.find(id)).isEmpty();
    }

    @Test
    void reasonsKeepTheirKeyAndDetails() throws Exception {
        Import first = run(begin("Customer No;Name\n4;\n5;a;b\n", null));

        assertThat(imports.refused(first.id(), 0, 10))
                .extracting(RefusedLine::reason)
                .extracting(Reason::key, Reason::details)
                .containsExactly(
                        tuple("test.name-missing", List.of("4")),
                        tuple("exchange.fault.WRONG_COUNT", List.of("3", "2", ";")));
    }

    @Test
    void missingSourceAndUnreadableFilesAreSaidAtOnce() throws Exception {
        List<String> before = waitingFiles();
        Path file = Files.writeString(folder.resolve("x.csv"), CUSTOMERS);
        assertThatThrownBy(() -> uploads.keep(new StartImport("customers", file, "x.csv", Map.of(), INES)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--source");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertThatThrownBy(() -> uploads.keep(new StartImport("customers", empty, "e.csv", NAVISION, INES)))
                .isInstanceOf(UnreadableFile.class);
        assertThat(waitingFiles()).isEqualTo(before);
    }

    @Test
    void uploadsAreForgottenAfterADayOrWhenDiscarded() throws Exception {
        Upload old = keep(CUSTOMERS);
        sql.sql("update exchange.uploads set made_at = now() - interval '25 hours'")
                .update();
        Upload fresh = keep(CUSTOMERS);

        assertThat(uploads.find(old.id())).isEmpty();
        assertThat(waitingFiles())
                .contains("upload-" + fresh.id().value())
                .doesNotContain("upload-" + old.id().value());
        Path left = Files.writeString(home.resolve("imports").resolve("new-left-by-a-crash"), "x");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(30))));
        files.forgetOld();
        assertThat(left).doesNotExist();
        uploads.discard(fresh.id());
        assertThat(waitingFiles()).doesNotContain("upload-" + fresh.id().value());
    }

    private Upload keep(String words) throws IOException {
        Path file = Files.writeString(folder.resolve("file-" + System.nanoTime()), words);
        UploadId id = uploads.keep(new StartImport("customers", file, "waiting.csv", NAVISION, INES));
        return uploads.find(id).orElseThrow();
    }

    private ImportId begin(String words, @Nullable Mapping mapping) throws IOException {
        Path file = Files.writeString(folder.resolve("file-" + System.nanoTime()), words);
        return imports.start(new StartImport("customers", file, "customers.csv", NAVISION, mapping, null, null));
    }

    private Import run(ImportId id) throws InterruptedException {
        Import done = imports.runToEnd(id, progress -> {});
        assertThat(done.why()).isNull();
        return done;
    }

    private static Mapping mapping(Import work) {
        return Objects.requireNonNull(work.mapping());
    }

    private static Mapping columns(String... pairs) {
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            columns.put(pairs[i], pairs[i + 1]);
        }
        return new Mapping(columns, Map.of(), DateOrder.AS_WRITTEN);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private List<String> waitingFiles() throws IOException {
        try (Stream<Path> files = Files.list(Files.createDirectories(home.resolve("imports")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.matches("\\d+"))
                    .sorted()
                    .toList();
        }
    }

    private long customers() {
        return sql.sql("select count(*) from exchange.test_customers").single(Long.class);
    }

    private String emails(String number) {
        return sql.sql("select emails from exchange.test_customers where number = :number")
                .param("number", number)
                .single(String.class);
    }

    /** A target that asks for a source. */
    static class Customers implements ImportTarget {

        private final Sql sql;

        Customers(Sql sql) {
            this.sql = sql;
        }

        @Override
        public String kind() {
            return "customers";
        }

        @Override
        public List<ImportField> fields() {
            return List.of(
                    new ImportField("number", true, "The number.").knownAs("customer no"),
                    new ImportField("name", true, "The name."),
                    new ImportField("email", false, "Addresses.")
                            .knownAs("e-mail", "e-mail 2")
                            .ofMany());
        }

        @Override
        public List<ImportField> options() {
            return List.of(new ImportField("source", true, "The system."));
        }

        @Override
        public Map<String, String> prepare(Map<String, String> options) {
            if (options.getOrDefault("source", "").isBlank()) {
                throw new IllegalArgumentException("Say where they come from, for example --source Navision.");
            }
            return options;
        }

        @Override
        public ImportOutcome take(Map<String, String> options, List<ImportLine> lines) {
            int[] counts = new int[3];
            List<Refusal> refused = new ArrayList<>();
            for (ImportLine line : lines) {
                if (line.values().get("name") == null) {
                    String number = String.valueOf(line.values().get("number"));
                    refused.add(new Refusal(
                            line.number(), new Reason("A customer has a name.", "test.name-missing", List.of(number))));
                } else {
                    counts[put(options.getOrDefault("source", ""), line.values())]++;
                }
            }
            return new ImportOutcome(counts[0], counts[1], counts[2], refused);
        }

        /** 0 when it was added, 1 changed, 2 there already. */
        private int put(String source, Map<String, Object> values) {
            return sql.sql("""
                            with known as (select name from exchange.test_customers where source = :source and number = :number),
                            put as (insert into exchange.test_customers values (:source, :number, :name, :emails)
                              on conflict (source, number) do update set name = excluded.name, emails = excluded.emails)
                            select case when not exists (select from known) then 0
                              when (select name from known) <> :name then 1 else 2 end
                            """)
                    .param("source", source)
                    .param("number", values.get("number"))
                    .param("name", values.get("name"))
                    .param(
                            "emails",
                            values.get("email") instanceof List<?> many
                                    ? String.join(
                                            " ",
                                            many.stream().map(String::valueOf).toList())
                                    : values.get("email"))
                    .single(Integer.class);
        }
    }

    /** A target that asks for nothing. */
    static class Lamps implements ImportTarget {

        @Override
        public String kind() {
            return "lamps";
        }

        @Override
        public List<ImportField> fields() {
            return List.of(new ImportField("name", true, "Its name.").knownAs("Bezeichnung"));
        }

        @Override
        public List<ImportField> options() {
            return List.of();
        }

        @Override
        public Map<String, String> prepare(Map<String, String> options) {
            return options;
        }

        @Override
        public ImportOutcome take(Map<String, String> options, List<ImportLine> lines) {
            assertThat(lines).allMatch(line -> line.values().containsKey("name"));
            return new ImportOutcome(lines.size(), 0, 0, List.of());
        }
    }

    @TestConfiguration
    static class Setup {
        @Bean
        Lamps lamps() {
            return new Lamps();
        }

        @Bean
        Customers customers(Sql sql) {
            return new Customers(sql);
        }
    }
}
