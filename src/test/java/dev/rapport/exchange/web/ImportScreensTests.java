package dev.rapport.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.commerce.AddBrand;
import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.Standing;
import dev.rapport.shared.Sql;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OnOneDatabase
class ImportScreensTests {

    private static final String THEIRS = """
            Row;Title;Whose
            brand;Quillmark;ours
            brand;;ours
            product;Quillmark One;
            """;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Sql sql;

    @Test
    void fileWithOtherColumnsWaitsForSomebodyToSayWhatTheyAre() {
        String mapping = upload(THEIRS);

        assertThat(mapping).matches("/imports/uploads/\\d+/mapping");
        assertThat(get(mapping, staff.manager()))
                .hasStatusOk()
                .bodyText()
                .contains("Title", "Quillmark One", "name *", "Leave out", "has no column yet");
    }

    @Test
    void mappingThatFeedsTooLittleComesBackWithWhatIsMissing() {
        assertThat(send(HttpMethod.POST, upload(THEIRS), staff.manager()).param("column-0", "kind"))
                .hasStatus(422)
                .bodyText()
                .contains("“name”", "row, title, whose");
    }

    @Test
    void previewShowsOurFieldsAndWhatWouldBeRefused() {
        String preview = map(upload(THEIRS));

        assertThat(get(preview, staff.manager()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "All 3 lines were looked at", "<code>standing</code>", "id=\"refused-3\"", "id=\"refused-4\"");
        assertThat(catalogue.lines()).isEmpty();
    }

    @Test
    void reasonsAreSaidInTheLanguageOfTheScreen() {
        String preview = map(upload(THEIRS));
        sql.sql("update access.users set language = 'fr' where id = :id")
                .param("id", staff.manager().id())
                .update();

        assertThat(get(preview, staff.manager())).hasStatusOk().bodyText().contains("Dites à quelle marque", "Aperçu");
    }

    @Test
    void spreadsheetIsRefusedWithWhatToDo() {
        assertThat(post(new byte[] {'P', 'K', 3, 4, 20, 0}))
                .hasStatus(422)
                .bodyText()
                .contains("CSV UTF-8");
    }

    @Test
    void uploadIsDiscarded() {
        String upload = upload(THEIRS).replace("/mapping", "");

        assertThat(send(HttpMethod.DELETE, upload, staff.manager())).hasRedirectedUrl("/imports");
        assertThat(get(upload + "/mapping", staff.manager())).hasStatus(404);
    }

    @Test
    void exportsAreForManagersAndAudited() {
        catalogue.add(new AddBrand("=Quillmark", Standing.OURS, List.of(), List.of()));

        assertThat(get("/exports", staff.agent())).hasStatus(403);
        assertThat(get("/imports/mappings", staff.agent())).hasStatus(403);
        assertThat(export("CSV", staff.agent())).hasStatus(403);
        assertThat(get("/exports", staff.manager())).hasStatusOk().bodyText().contains("id=\"export-catalogue\"");
        assertThat(export("CSV", staff.manager())).hasStatusOk().bodyText().contains("brand,=Quillmark,ours");
        assertThat(export("SHEET", staff.manager()))
                .bodyText()
                .startsWith("\uFEFF")
                .contains("brand,'=Quillmark,ours");
        assertThat(export("NDJSON", staff.manager())).bodyText().contains("\"name\":\"=Quillmark\"");
        assertThat(sql.sql("select facts ->> 'format' from access.audit_entries where action = 'data.exported'")
                        .list(String.class))
                .containsExactlyInAnyOrder("csv", "sheet", "ndjson");
    }

    private MockMvcRequestBuilder export(String format, User as) {
        return send(HttpMethod.POST, "/exports/catalogue", as).param("format", format);
    }

    private String upload(String words) {
        return String.valueOf(
                post(words.getBytes(StandardCharsets.UTF_8)).getResponse().getRedirectedUrl());
    }

    private MvcTestResult post(byte[] bytes) {
        return mvc.post()
                .uri("/imports")
                .multipart()
                .file(new MockMultipartFile("file", "export.csv", "text/csv", bytes))
                .param("kind", "catalogue")
                .with(csrf())
                .with(authentication(Staff.signedIn(staff.manager())))
                .exchange();
    }

    /** Says what the columns are and returns where the preview is. */
    private String map(String mapping) {
        MvcTestResult mapped = send(HttpMethod.POST, mapping, staff.manager())
                .param("column-0", "kind")
                .param("column-1", "name")
                .param("column-2", "standing")
                .exchange();
        return String.valueOf(mapped.getResponse().getRedirectedUrl());
    }

    private MockMvcRequestBuilder get(String path, User user) {
        return mvc.get().uri(path).with(authentication(Staff.signedIn(user)));
    }

    private MockMvcRequestBuilder send(HttpMethod method, String path, User user) {
        return mvc.method(method)
                .uri(path)
                .with(authentication(Staff.signedIn(user)))
                .with(csrf());
    }
}
