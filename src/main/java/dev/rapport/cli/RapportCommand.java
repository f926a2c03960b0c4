package dev.rapport.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The way in from a shell: {@code rapport serve}, {@code rapport import messages FILE} … */
@Command(
        name = "rapport",
        description = "A Social CRM: from what customers say, to who said it, to an answer and a closed loop.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.Text.class,
        subcommands = {
            Serve.class,
            Status.class,
            ImportFile.class,
            ExportFile.class,
            DatabaseCommand.class,
            LinkVoices.class,
            Reread.class,
            OwnerLink.class,
            Token.class,
            Backup.class,
            Restore.class,
            Bench.class,
            Version.class
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  RAPPORT_HOME          the folder of everything Rapport keeps on disk",
            "  RAPPORT_PORT          the port it is served at (8420)",
            "  RAPPORT_ADDRESS       the address it listens on (127.0.0.1)",
            "  RAPPORT_PUBLIC_URL    how people reach it; links begin with it",
            "  RAPPORT_DATABASE_URL  a PostgreSQL 15 or newer to use instead of the one that comes along",
            "  RAPPORT_DATABASE_USER, RAPPORT_DATABASE_PASSWORD",
            "  RAPPORT_JAVA_OPTIONS  what the Java machine is started with (-Xmx512m)",
            "",
            "It ends with 0 when all went well, 1 when something failed, 2 when the command was not understood."
        })
public final class RapportCommand implements Runnable {

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program something failed.")
    boolean debug;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private RapportCommand() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line; for tests too. */
    static CommandLine commandLine() {
        RapportCommand rapport = new RapportCommand();
        return new CommandLine(rapport)
                .setUsageHelpWidth(110)
                .setExecutionExceptionHandler(new SaysWhatFailed(rapport));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do, for example: rapport serve");
    }
}
