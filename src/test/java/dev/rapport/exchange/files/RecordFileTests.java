package dev.rapport.exchange.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.exchange.files.FileRecord.Malformed;
import dev.rapport.exchange.files.FileRecord.Readable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFileTests {

    @TempDir
    Path folder;

    @Test
    void ndjsonIsReadLineByLine() throws IOException {
        List<FileRecord> records = read("{\"id\":\"1\",\"stars\":4,\"by\":null}\n\n# a remark\n{\"id\":\"2\"}");

        assertThat(records).extracting(FileRecord::number).containsExactly(1L, 4L);
        assertThat(values(records.getFirst())).isEqualTo(Map.of("id", "1", "stars", 4));
    }

    @Test
    void brokenJsonLineIsRefusedByItsNumberAndTheRestGoesOn() throws IOException {
        List<FileRecord> records = read("{\"id\":\"1\"}\n{\"id\":\n[1]\n{\"id\":\"4\"} x\n{\"id\":\"5\"}\n");

        assertThat(records).extracting(FileRecord::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(why(records.get(1))).startsWith("This is no correct JSON");
        assertThat(why(records.get(2))).isEqualTo("This is no JSON object: it does not begin with {.");
        assertThat(records.get(3)).isInstanceOf(Malformed.class);
        assertThat(records.get(4)).isInstanceOf(Readable.class);
    }

    @Test
    void lineThatIsTooLongIsRefusedWithoutBeingKeptWhole() throws IOException {
        List<FileRecord> records = read("{\"id\":\"" + "x".repeat(1_200_000) + "\"}\n{\"id\":\"2\"}\n");

        assertThat(why(records.getFirst())).contains("longer than 1 MB");
        assertThat(records.getFirst().raw()).hasSizeLessThan(20_000);
        assertThat(values(records.get(1))).containsEntry("id", "2");
    }

    @Test
    void jsonArrayIsCutByItsElements() throws IOException {
        List<FileRecord> records =
                read("[ {\"id\":\"1\",\"text\":\"a ] in \\\" words\"},\n {\"id\": }, {\"id\":\"3\"}]");

        assertThat(records).extracting(FileRecord::number).containsExactly(1L, 2L, 3L);
        assertThat(values(records.getFirst())).containsEntry("text", "a ] in \" words");
        assertThat(records.get(1)).isInstanceOf(Malformed.class);
        assertThat(values(records.get(2))).containsEntry("id", "3");
    }

    @Test
    void emptyJsonArrayHasNoRecords() throws IOException {
        assertThat(read("[ ]")).isEmpty();
    }

    @Test
    void unclosedJsonElementIsRefused() throws IOException {
        assertThat(read("[{\"id\":\"1\"},{\"id\":")).hasSize(2).last().isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void separatorOfCsvShowsInItsHead(String separator) throws IOException {
        List<FileRecord> records = read("Id{}Said At{}text\r\n1{}2026-03-01{}\"a{} b\"\r\n".replace("{}", separator));

        assertThat(values(records.getFirst()))
                .isEqualTo(Map.of("id", "1", "said_at", "2026-03-01", "text", "a" + separator + " b"));
    }

    @Test
    void quotedCellOfCsvMayHoldLineEndsAndIsNumberedByItsFirstLine() throws IOException {
        List<FileRecord> records = read("id,text\n1,\"two\nlines, \"\"quoted\"\"\"\n2,5\" pipe\n");

        assertThat(records).extracting(FileRecord::number).containsExactly(2L, 4L);
        assertThat(values(records.getFirst())).containsEntry("text", "two\nlines, \"quoted\"");
        assertThat(values(records.get(1))).containsEntry("text", "5\" pipe");
    }

    @Test
    void quoteThatIsNeverClosedCostsOneLineOnly() throws IOException {
        List<FileRecord> records = read("id,text\n1,\"never closed\n2,fine\n3,fine too\n");

        assertThat(records).extracting(FileRecord::number).containsExactly(2L, 3L, 4L);
        assertThat(why(records.getFirst())).contains("not closed");
        assertThat(values(records.get(2))).containsEntry("text", "fine too");
    }

    @Test
    void csvLineWithTooManyCellsSaysSo() throws IOException {
        assertThat(why(read("id,text\n1,well, yes\n").getFirst()))
                .isEqualTo("This line has 3 cells, the head has 2 columns. Put cells that hold a “,” in quotes.");
    }

    @Test
    void byteOrderMarkDoesNotBelongToTheFirstColumn() throws IOException {
        assertThat(values(read("\uFEFFid,text\n1,a\n").getFirst())).containsEntry("id", "1");
    }

    @Test
    void lineInAnotherEncodingIsRefusedByItsNumber() throws IOException {
        Path file = write("id,text\n1,caf\u00E9\n2,tea\n".getBytes(Charset.forName("windows-1252")));

        List<FileRecord> records = read(file, Position.START);

        assertThat(records.getFirst().number()).isEqualTo(2);
        assertThat(why(records.getFirst())).contains("not UTF-8");
        assertThat(values(records.get(1))).containsEntry("text", "tea");
    }

    @Test
    void filesThatAreNoneOfOursAreNamed() throws IOException {
        assertThatThrownBy(() -> read(write("id".getBytes(StandardCharsets.UTF_16)), Position.START))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("UTF-16");
        assertThatThrownBy(() -> read(write(new byte[] {'P', 'K', 3, 4, 0}), Position.START))
                .hasMessageContaining("spreadsheet");
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("id,name,id\n1,2,3")).hasMessageContaining("“id”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\"}\n{\"id\":\"é\"}\n\n{broken\n{\"id\":\"4\"}\n",
                "[{\"id\":\"1\"} , {\"id\":\"é\"},{broken},{\"id\":\"4\"}]",
                "\uFEFFid;text\r\n1;\"two\r\nlines\"\r\né;\"never closed\r\n3;fine\r\n4;end"
            })
    void readingGoesOnFromWhereverARecordEnded(String words) throws IOException {
        for (Path file : List.of(write(words.getBytes(StandardCharsets.UTF_8)), write(packed(words)))) {
            List<FileRecord> whole = read(file, Position.START);
            for (int taken = 0; taken < whole.size(); taken++) {
                Position from =
                        taken == 0 ? Position.START : whole.get(taken - 1).after();
                assertThat(read(file, from)).isEqualTo(whole.subList(taken, whole.size()));
            }
        }
    }

    private List<FileRecord> read(String words) throws IOException {
        return read(write(words.getBytes(StandardCharsets.UTF_8)), Position.START);
    }

    private static List<FileRecord> read(Path file, Position from) throws IOException {
        List<FileRecord> records = new ArrayList<>();
        try (RecordFile open = RecordFile.open(file, from)) {
            for (FileRecord next = open.next(); next != null; next = open.next()) {
                records.add(next);
            }
        }
        return records;
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "file", null), bytes);
    }

    private static byte[] packed(String words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(words.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Map<String, Object> values(FileRecord record) {
        return ((Readable) record).values();
    }

    private static String why(FileRecord record) {
        return ((Malformed) record).why().words();
    }
}
