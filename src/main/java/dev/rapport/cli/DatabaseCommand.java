package dev.rapport.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Databases of the systems that exist. */
@Command(
        name = "database",
        description = "Bring rows from a database of another system, or write them back.",
        subcommands = RunTransfer.class)
final class DatabaseCommand implements Runnable {

    @Spec
    CommandSpec spec = CommandSpec.create();

    private DatabaseCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do, for example: rapport database run NAME");
    }
}
