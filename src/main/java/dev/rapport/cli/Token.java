package dev.rapport.cli;

import dev.rapport.access.IssueToken;
import dev.rapport.access.IssuedToken;
import dev.rapport.access.Scope;
import dev.rapport.access.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a token for a program. */
@Command(name = "token", description = "Print a new token for a program, once: only its hash is kept.")
final class Token implements Runnable {

    @Parameters(paramLabel = "NAME", description = "What the token is for, as it will be listed.")
    String name = "";

    @Option(
            names = "--scope",
            required = true,
            split = ",",
            paramLabel = "SCOPE",
            description = "What it may do, for example messages:write; may be given several times.")
    List<String> scopes = new ArrayList<>();

    @Option(names = "--days", defaultValue = "90", description = "How many days it works, 365 at most (90).")
    int days;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private Token() {}

    @Override
    public void run() {
        IssueToken command = new IssueToken(name, scopes(), Duration.ofDays(days()));
        try (ConfigurableApplicationContext application = Application.aside()) {
            IssuedToken token = application.getBean(Tokens.class).issue(command, null);
            spec.commandLine().getOut().println(token.secret());
        }
    }

    private Set<Scope> scopes() {
        return scopes.stream()
                .map(code -> Scope.parse(code.strip()).orElseThrow(() -> unknown(code)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private int days() {
        if (days < 1 || days > Tokens.LONGEST_LIFE.toDays()) {
            throw new CommandFailed("A token works between 1 and " + Tokens.LONGEST_LIFE.toDays() + " days.");
        }
        return days;
    }

    private static CommandFailed unknown(String code) {
        String known = Arrays.stream(Scope.values()).map(Scope::code).collect(Collectors.joining(", "));
        return new CommandFailed("There is no scope “" + code + "”. There are: " + known + ".");
    }
}
