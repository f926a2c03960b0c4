package dev.rapport.exchange.databases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.access.User;
import dev.rapport.exchange.databases.Database;
import dev.rapport.exchange.databases.Databases;
import dev.rapport.exchange.databases.Transfer;
import dev.rapport.exchange.databases.Transfers;
import dev.rapport.postgres.DatabaseConnection;
import dev.rapport.postgres.TestServer;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

@OnOneDatabase
class DatabaseScreensTests {

    private static final List<String> ROLES = List.of("ROLE_VIEWER", "ROLE_AGENT", "ROLE_MANAGER", "ROLE_OWNER");
    private static final String QUERY = "select number, name, changed from customers";
    private static final DatabaseConnection THEIRS = TestServer.newDatabase();
    private static final URI ADDRESS = URI.create(THEIRS.url().replaceFirst("^jdbc:", ""));

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Staff staff;

    @Autowired
    private Databases databases;

    @Autowired
    private Transfers transfers;

    @BeforeAll
    static void fill() throws SQLException {
        try (Connection open = THEIRS.open();
                Statement statement = open.createStatement()) {
            statement.execute("create table customers (number text, name text, changed int)");
            statement.execute("insert into customers values ('1', 'Maren <b>Vogt', 1), (null, 'Nobody', 2)");
            statement.execute("create table opinions_told (message bigint primary key, polarity text)");
        }
    }

    @Test
    void ownerConnectsADatabaseWhosePasswordIsNeverShown() {
        assertThat(owner(HttpMethod.GET, "/databases")).hasStatusOk().bodyText().contains("No database is connected");
        connect();

        assertThat(owner(HttpMethod.GET, home()))
                .hasStatusOk()
                .bodyText()
                .contains("PostgreSQL 18", "Not encrypted")
                .doesNotContain(THEIRS.password());
        assertThat(owner(HttpMethod.GET, home() + "/connection"))
                .hasStatusOk()
                .bodyText()
                .contains("Left empty it stays as it is.")
                .doesNotContain(THEIRS.password());
        assertThat(owner(HttpMethod.POST, home() + "/test")).hasRedirectedUrl(home());
    }

    @Test
    void whatCannotBeTakenComesBackWithTheReason() {
        assertThat(owner(HttpMethod.POST, "/databases")
                        .param("name", "CRM")
                        .param("kind", "POSTGRESQL")
                        .param("host", "db?socketFactory=x")
                        .param("database", "crm")
                        .param("user", "u")
                        .param("password", "open sesame"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"host-problem\"")
                .doesNotContain("sesame");
    }

    @Test
    void missingDriverIsSaidWithTheFileToPutThere() {
        owner(HttpMethod.POST, "/databases")
                .param("name", "ERP")
                .param("kind", "SQL_SERVER")
                .param("host", "erp.inside")
                .param("database", "erp")
                .param("user", "u")
                .param("password", "p")
                .param("tls", "VERIFY")
                .exchange();

        assertThat(owner(HttpMethod.GET, home()))
                .hasStatusOk()
                .bodyText()
                .contains("mssql-jdbc-13.2.1.jre11.jar", "not yet proven");
    }

    @Test
    void managerLooksAtTheFirstRowsThenSavesTheQuery() {
        connect();
        String intakes = home() + "/intakes";
        assertThat(manager(HttpMethod.GET, intakes + "/new"))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"watermark\"");

        assertThat(filled(manager(HttpMethod.POST, intakes), QUERY))
                .hasStatusOk()
                .bodyText()
                .contains("Maren &lt;b", "Save and bring in", "refused")
                .doesNotContain("Maren <b>");
        assertThat(transfers.all(database().id())).isEmpty();

        assertThat(filled(manager(HttpMethod.POST, intakes), QUERY)
                        .param("save", "true")
                        .param("theirs", "number", "name", "changed")
                        .param("ours", "number", "name", ""))
                .hasStatus(303);
        Transfer saved = transfers.all(database().id()).getFirst();
        assertThat(manager(HttpMethod.GET, saved.path()))
                .hasStatusOk()
                .bodyText()
                .contains("It has not run yet.", "Every day at 03:00");
        assertThat(manager(HttpMethod.POST, saved.path() + "/run")).hasRedirectedUrl(saved.path());
        transfers.step(saved.id());
        assertThat(manager(HttpMethod.GET, saved.path()))
                .hasStatusOk()
                .bodyText()
                .contains("/imports/", "2 rows");
        assertThat(manager(HttpMethod.GET, intakes + "/" + saved.id().value())).hasStatusOk();
        assertThat(manager(HttpMethod.DELETE, saved.path())).hasRedirectedUrl(home());
    }

    @Test
    void queryThatIsNoneComesBackWithTheReason() {
        connect();
        String intakes = home() + "/intakes";

        assertThat(filled(manager(HttpMethod.POST, intakes), QUERY + "; drop table customers"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"query-problem\"");
        assertThat(filled(manager(HttpMethod.POST, intakes), "select nonsense from customers"))
                .hasStatus(422)
                .bodyText()
                .contains("nonsense");
    }

    @Test
    void writeBackIsChosenColumnByColumn() {
        connect();
        String backs = home() + "/write-backs";
        assertThat(manager(HttpMethod.GET, backs + "/new"))
                .hasStatusOk()
                .bodyText()
                .contains("public.opinions_told");
        assertThat(manager(HttpMethod.GET, backs + "/new?kind=opinions&table=public.opinions_told"))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"into-polarity\"");

        assertThat(opinions(backs)).hasStatus(422).bodyText().contains("Mark at least one key");
        assertThat(opinions(backs).param("key", "message")).hasStatus(303);
        Transfer saved = transfers.all(database().id()).getFirst();
        assertThat(manager(HttpMethod.GET, saved.path()))
                .hasStatusOk()
                .bodyText()
                .contains("polarity → polarity");
    }

    @Test
    void managersUseButDoNotConnectAndAgentsSeeNothing() {
        connect();
        assertThat(manager(HttpMethod.GET, home())).hasStatusOk().bodyText().doesNotContain("/connection");
        assertThat(manager(HttpMethod.GET, "/databases/new")).hasStatus(403);
        assertThat(manager(HttpMethod.POST, "/databases").param("name", "x")).hasStatus(403);
        assertThat(manager(HttpMethod.DELETE, home())).hasStatus(403);
        for (String path : List.of("/databases", home(), home() + "/intakes/new", home() + "/write-backs/new")) {
            assertThat(send(staff.agent(), 2, HttpMethod.GET, path)).hasStatus(403);
            assertThat(send(staff.viewer(), 1, HttpMethod.GET, path)).hasStatus(403);
        }
        assertThat(owner(HttpMethod.DELETE, home())).hasRedirectedUrl("/databases");
    }

    private MockMvcRequestBuilder opinions(String backs) {
        return manager(HttpMethod.POST, backs)
                .param("name", "Opinions back")
                .param("kind", "opinions")
                .param("table", "public.opinions_told")
                .param("every", "OFF")
                .param("into-message", "message")
                .param("into-polarity", "polarity");
    }

    private static MockMvcRequestBuilder filled(MockMvcRequestBuilder request, String query) {
        return request.param("name", "Customers")
                .param("kind", "persons")
                .param("source", "Navision")
                .param("query", query)
                .param("watermark", "changed")
                .param("every", "DAY")
                .param("hour", "3");
    }

    private void connect() {
        var connected = owner(HttpMethod.POST, "/databases")
                .param("name", "CRM")
                .param("kind", "POSTGRESQL")
                .param("host", ADDRESS.getHost())
                .param("port", Integer.toString(ADDRESS.getPort()))
                .param("database", ADDRESS.getPath().substring(1))
                .param("user", THEIRS.user())
                .param("password", THEIRS.password())
                .param("tls", "OFF")
                .param("mayWrite", "true")
                .exchange();
        assertThat(connected).hasRedirectedUrl(home());
    }

    private Database database() {
        return databases.all().getFirst();
    }

    private String home() {
        return databases.all().isEmpty() ? "" : "/databases/" + database().id().value();
    }

    private MockMvcRequestBuilder owner(HttpMethod method, String path) {
        return send(staff.owner(), 4, method, path);
    }

    private MockMvcRequestBuilder manager(HttpMethod method, String path) {
        return send(staff.manager(), 3, method, path);
    }

    private MockMvcRequestBuilder send(User user, int roles, HttpMethod method, String path) {
        String[] names = ROLES.stream().limit(roles).toArray(String[]::new);
        return mvc.method(method)
                .uri(path)
                .with(authentication(new TestingAuthenticationToken(user, "", names)))
                .with(csrf());
    }
}
