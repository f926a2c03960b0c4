package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.exchange.spi.ImportOutcome.Refusal;
import dev.rapport.exchange.spi.ImportTarget;
import dev.rapport.shared.Sql;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
class ImportsTests {

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Sql sql;

    @Autowired
    Things things;

    @BeforeEach
    void emptyTable() {
        sql.sql("create table if not exists exchange.test_things (name text primary key)")
                .update();
        sql.sql("truncate exchange.test_things").update();
        things.dieAtCall = Integer.MAX_VALUE;
        things.calls.set(0);
    }

    @Test
    void fileIsTakenAndBrokenLinesAreKeptByNumber() throws Exception {
        ImportId id = start(lines(1, 2500) + "{broken\n{\"name\":\"bad\"}\n");

        Import done = imports.runToEnd(id, progress -> {});

        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.progress().lines()).isEqualTo(2502);
        assertThat(done.progress().added()).isEqualTo(2500);
        assertThat(imports.refused(id, 0, 10)).extracting(RefusedLine::line).containsExactly(2501L, 2502L);
        assertThat(imports.refused(id, 0, 10).get(1).why()).isEqualTo("Bad is no name.");
        assertThat(things()).isEqualTo(2500);
    }

    @Test
    void importingAgainAddsNothing() throws Exception {
        imports.runToEnd(start(lines(1, 1200)), progress -> {});

        Import again = imports.runToEnd(start(lines(1, 1200)), progress -> {});

        assertThat(again.progress().added()).isZero();
        assertThat(again.progress().repeated()).isEqualTo(1200);
    }

    @Test
    void importWhoseRunnerDiedGoesOnExactlyWhereItWas() throws Exception {
        ImportId id = start(lines(1, 3500));
        things.dieAtCall = 3;
        assertThatThrownBy(() -> imports.runToEnd(id, progress -> {})).isInstanceOf(Died.class);
        assertThat(imports.find(id).orElseThrow().progress().lines()).isEqualTo(2000);

        sql.sql("update exchange.imports set held_until = now() where id = :id")
                .param("id", id)
                .update();
        Import done = imports.runToEnd(id, progress -> {});

        assertThat(done.progress().added()).isEqualTo(3500);
        assertThat(done.progress().repeated()).isZero();
        assertThat(things()).isEqualTo(3500);
    }

    @Test
    void stoppedImportKeepsWhatItTookAndCanGoOn() throws Exception {
        ImportId id = start(lines(1, 4000));

        Import stopped = imports.runToEnd(id, progress -> {
            if (progress.lines() == 1000) {
                imports.stop(id);
            }
        });
        assertThat(stopped.state()).isEqualTo(ImportState.STOPPED);
        assertThat(stopped.progress().lines()).isEqualTo(1000);

        imports.resume(id);
        assertThat(imports.runToEnd(id, progress -> {}).progress().added()).isEqualTo(4000);
    }

    @Test
    void csvWithoutANeededColumnFailsBeforeAnythingIsTaken() throws Exception {
        Import failed = imports.runToEnd(start("colour;size\nred;4\n"), progress -> {});

        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.why()).contains("“name”").contains("colour, size");
    }

    @Test
    void refusedLinesOfACsvCanBeRepairedAndImported() throws Exception {
        ImportId id = start("name;colour\nfine;red\nbad;\"a \"\"deep\"\" blue\"\n");
        imports.runToEnd(id, progress -> {});
        StringWriter refused = new StringWriter();
        imports.refusedFile(id).writeTo(refused);
        assertThat(refused.toString())
                .isEqualTo("name;colour;refused_because\r\nbad;\"a \"\"deep\"\" blue\";Bad is no name.\r\n");

        Import repaired = imports.runToEnd(start(refused.toString().replace("bad;", "good;")), progress -> {});

        assertThat(repaired.progress().added()).isEqualTo(1);
    }

    @Test
    void fileIsForgottenWhenItIsIn() throws Exception {
        ImportId id = start(lines(1, 1));
        imports.runToEnd(id, progress -> {});

        sql.sql("update exchange.imports set state = 'FAILED' where id = :id")
                .param("id", id)
                .update();
        assertThatThrownBy(() -> imports.resume(id))
                .isInstanceOf(CannotImport.class)
                .hasMessageContaining("no longer here");
    }

    @Test
    void unknownKindIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(
                        () -> imports.start(new StartImport("orders", folder.resolve("none"), "none", Map.of(), null)))
                .isInstanceOf(CannotImport.class)
                .hasMessageContaining("things");
    }

    private ImportId start(String words) throws IOException {
        Path file = Files.writeString(folder.resolve("file-" + System.nanoTime()), words);
        return imports.start(new StartImport("things", file, "things.csv", Map.of(), null));
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "{\"name\":\"thing " + number + "\"}\n")
                .collect(Collectors.joining());
    }

    private long things() {
        return sql.sql("select count(*) from exchange.test_things").single(Long.class);
    }

    /** What a killed process looks like from inside: nothing after it runs. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A target with a table of its own. */
    static class Things implements ImportTarget {

        private final Sql sql;
        final AtomicInteger calls = new AtomicInteger();
        volatile int dieAtCall = Integer.MAX_VALUE;

        Things(Sql sql) {
            this.sql = sql;
        }

        @Override
        public String kind() {
            return "things";
        }

        @Override
        public List<ImportField> fields() {
            return List.of(new ImportField("name", true, "Its name."));
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
            List<Refusal> refused = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (ImportLine line : lines) {
                String name = String.valueOf(line.values().get("name"));
                if (name.equals("bad")) {
                    refused.add(new Refusal(line.number(), "Bad is no name."));
                } else {
                    names.add(name);
                }
            }
            int added =
                    sql.sql("""
                            insert into exchange.test_things select unnest(:names::text[]) on conflict do nothing
                            """).param("names", names.toArray(String[]::new)).update();
            if (calls.incrementAndGet() == dieAtCall) {
                throw new Died();
            }
            return new ImportOutcome(added, 0, names.size() - added, refused);
        }
    }

    @TestConfiguration
    static class Setup {
        @Bean
        Things things(Sql sql) {
            return new Things(sql);
        }
    }
}
