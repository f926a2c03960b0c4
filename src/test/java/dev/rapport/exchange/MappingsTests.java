package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.Reason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mappings without a database: what is proposed, what is wrong, what becomes of a line. */
class MappingsTests {

    private static final List<ImportField> FIELDS = List.of(
            new ImportField("number", true, "The customer’s number.").knownAs("customer no", "contact_id", "id"),
            new ImportField("name", true, "The full name.").knownAs("display_name", "full_name"),
            new ImportField("email", false, "Addresses.")
                    .knownAs("e-mail", "mail", "e-mail 2")
                    .ofMany(),
            new ImportField("born", false, "The birthday.")
                    .knownAs("birth_date")
                    .ofDates());

    @TempDir
    Path folder;

    @Test
    void columnsAreProposedByNameSimilarNameAndSynonym() throws IOException {
        Mapping mapping = propose("number;E-Mail;Full Name;Fax\n7;maren@example.org;Maren Vogt;1\n", Mapping.NONE);

        assertThat(mapping.columns())
                .containsEntry("number", "number")
                .containsEntry("e_mail", "email")
                .containsEntry("full_name", "name")
                .containsEntry("fax", "");
    }

    @Test
    void fieldOfOneValueIsProposedOnceAndTheSameNameWins() throws IOException {
        Mapping mapping = propose("id,contact_id,number,mail,E-Mail 2\n1,2,3,a,b\n", Mapping.NONE);

        assertThat(mapping.columns())
                .containsEntry("number", "number")
                .containsEntry("id", "")
                .containsEntry("contact_id", "")
                .containsEntry("mail", "email")
                .containsEntry("e_mail_2", "email");
    }

    @Test
    void whatWasSaidBeforeComesFirst() throws IOException {
        Mapping before = new Mapping(Map.of("id", "", "kennung", "number"), Map.of(), DateOrder.AS_WRITTEN);

        Mapping mapping = propose("id,Kennung,name\n1,2,Maren\n", before);

        assertThat(mapping.columns()).containsEntry("id", "").containsEntry("kennung", "number");
    }

    @Test
    void dayAboveTwelveTellsTheOrderOfDates() throws IOException {
        assertThat(propose("id,name,birth_date\n1,M,1/31/1980\n", Mapping.NONE).dates())
                .isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(propose("id,name,birth_date\n1,M,31.01.1980\n", Mapping.NONE).dates())
                .isEqualTo(DateOrder.DAY_FIRST);
        assertThat(propose("id,name,birth_date\n1,M,1980-01-31\n", Mapping.NONE).dates())
                .isEqualTo(DateOrder.AS_WRITTEN);
    }

    @Test
    void lineSpeaksOurFieldsAfterwards() {
        Mapping mapping = new Mapping(
                Map.of("kennung", "number", "mail", "email", "mail_2", "email", "tag", "born", "fax", ""),
                Map.of("name", "Unknown"),
                DateOrder.DAY_FIRST);
        Map<String, Object> theirs = new LinkedHashMap<>();
        theirs.put("kennung", "7");
        theirs.put("mail", "a@example.org");
        theirs.put("mail_2", "b@example.org | a@example.org");
        theirs.put("tag", "3.2.1980");
        theirs.put("fax", "1");

        ImportLine ours = MapsLines.with(mapping, FIELDS).apply(new ImportLine(2, theirs));

        assertThat(ours.number()).isEqualTo(2);
        assertThat(ours.values())
                .containsOnly(
                        Map.entry("number", "7"),
                        Map.entry("email", List.of("a@example.org", "b@example.org")),
                        Map.entry("born", "1980-02-03"),
                        Map.entry("name", "Unknown"));
    }

    @Test
    void datesThatAreNoneStayForTheTargetToRefuse() {
        assertThat(Dates.read("31.2.2026", DateOrder.DAY_FIRST)).isEqualTo("31.2.2026");
        assertThat(Dates.read("1/31/2026 9:05", DateOrder.MONTH_FIRST)).isEqualTo("2026-01-31T09:05");
        assertThat(Dates.read("2026-01-31", DateOrder.DAY_FIRST)).isEqualTo("2026-01-31");
    }

    @Test
    void wrongMappingsAreRefusedWithWhatThereIs() {
        refused(Map.of("a", "number"), "No column feeds “name”. The file has: a, b.");
        refused(
                Map.of("a", "number", "b", "nick"),
                "“persons” has no field “nick”. It has: number, name, email, born.");
        refused(
                Map.of("a", "number", "b", "number"),
                Map.of("name", "x"),
                "“number” is fed by more than one column (a, b) and holds one value only.");
    }

    @Test
    void mapFileIsJsonWithColumnsConstantsAndDates() throws IOException {
        Path file = Files.writeString(folder.resolve("map.json"), """
                {"columns": {"Customer No": "number", "Fax": null}, "constants": {"name": "x"}, "dates": "day-first"}
                """);

        assertThat(MappingFile.read(file))
                .isEqualTo(new Mapping(
                        Map.of("customer_no", "number", "fax", ""), Map.of("name", "x"), DateOrder.DAY_FIRST));
    }

    @Test
    void mapFileThatIsNotUnderstoodShowsOneThatIs() throws IOException {
        for (String broken : List.of("", "{}", "{\"colums\": {}}", "{\"columns\": {}, \"dates\": \"usual\"}", "null")) {
            Path file = Files.writeString(folder.resolve("broken.json"), broken);
            assertThatThrownBy(() -> MappingFile.read(file))
                    .isInstanceOf(CannotImport.class)
                    .hasMessageContaining("\"columns\"");
        }
    }

    @Test
    void filesFromExcelAreReadOrRefusedWithWhatToDo() throws IOException {
        assertThat(look("\uFEFFsep=;\nKürzel;Name\n1;Maren\n".getBytes(StandardCharsets.UTF_8))
                        .keys())
                .containsExactly("kürzel", "name");
        assertThatThrownBy(() -> look("Kürzel;Name\n1;M\n".getBytes(Charset.forName("windows-1252"))))
                .hasMessageContaining("Windows-1252")
                .hasMessageContaining("CSV UTF-8");
        assertThatThrownBy(() -> look(new byte[] {'P', 'K', 3, 4, 0, 0})).hasMessageContaining("save the sheet");
        assertThatThrownBy(() -> look(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .hasMessageContaining("save the sheet");
        assertThatThrownBy(() -> look(("a;".repeat(501) + "b\n").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("columns");
    }

    @Test
    void reasonsOfRefusedLinesAreNoColumns() throws IOException {
        FileLook look =
                look("name,,refused_because,refused_because_again\nMaren,x,y,z\n".getBytes(StandardCharsets.UTF_8));

        assertThat(look.keys()).containsExactly("name");
        assertThat(look.unnamed()).isEqualTo(1);
        assertThat(look.columns().getFirst().samples()).containsExactly("Maren");
    }

    @Test
    void cellsThatASpreadsheetWouldRunBecomeText() {
        assertThat(List.of("=1+1", "+49 30", "-5", "@solvane", "\tx", "", "Maren", "'x").stream()
                        .map(SheetCell::safe))
                .containsExactly("'=1+1", "'+49 30", "'-5", "'@solvane", "'\tx", "", "Maren", "'x");
    }

    private void refused(Map<String, String> columns, String why) {
        refused(columns, Map.of(), why);
    }

    private static void refused(Map<String, String> columns, Map<String, String> constants, String why) {
        Mapping mapping = new Mapping(columns, constants, DateOrder.AS_WRITTEN);
        assertThatThrownBy(() -> MappingCheck.check("persons", List.of("a", "b"), FIELDS, mapping))
                .isInstanceOfSatisfying(CannotImport.class, refused -> {
                    Reason reason = refused.reason();
                    assertThat(reason.words()).isEqualTo(why);
                    assertThat(reason.key()).startsWith("exchange.map.");
                });
    }

    private Mapping propose(String words, Mapping said) throws IOException {
        return Suggestions.of(look(words.getBytes(StandardCharsets.UTF_8)).columns(), FIELDS, said);
    }

    private FileLook look(byte[] bytes) throws IOException {
        return FileLook.at(Files.write(folder.resolve("file-" + System.nanoTime()), bytes));
    }
}
