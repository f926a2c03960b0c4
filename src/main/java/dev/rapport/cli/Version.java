package dev.rapport.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which Rapport this is. */
@Command(name = "version", description = "Print the version of Rapport and of Java.")
final class Version implements Runnable {

    @Spec
    CommandSpec spec = CommandSpec.create();

    private Version() {}

    @Override
    public void run() {
        spec.commandLine().getOut().println(text());
    }

    static String text() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("from its source");
        return "Rapport " + version + ", Java " + Runtime.version();
    }

    /** The same for {@code --version}. */
    static final class Text implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {text()};
        }
    }
}
