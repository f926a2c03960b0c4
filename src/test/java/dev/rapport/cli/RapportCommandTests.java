package dev.rapport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;

class RapportCommandTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesCommandsAndEnvironment() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("serve", "import", "owner-link", "RAPPORT_HOME", "RAPPORT_DATABASE_URL");
    }

    @Test
    void unknownCommandEndsWithTwo() {
        assertThat(run("servee")).isEqualTo(2);
        assertThat(err.toString()).contains("serve");
    }

    @Test
    void importWithoutFileSaysWhatToType() {
        assertThat(run("import", "messages")).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().startsWith("Say what to import");
    }

    @Test
    void unknownScopeNamesTheKnownOnes() {
        assertThat(run("token", "website", "--scope", "all")).isEqualTo(1);
        assertThat(err.toString()).contains("messages:write").doesNotContain("\tat ");
    }

    @Test
    void unknownBenchmarkNamesTheKnownOnes() {
        assertThat(run("bench", "speed")).isEqualTo(1);
        assertThat(err.toString()).contains("intake");
    }

    @Test
    void portInUseSaysWhatToDo() {
        RuntimeException failure = new IllegalStateException(new PortInUseException(8420));

        assertThat(SaysWhatFailed.sentence(failure))
                .isEqualTo(
                        "Port 8420 is in use. Stop the program that uses it, or choose another port with RAPPORT_PORT.");
    }

    private int run(String... arguments) {
        CommandLine rapport =
                RapportCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return rapport.execute(arguments);
    }
}
