package dev.rapport.cli;

import dev.rapport.access.OwnerLinks;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a link that makes its holder an owner: the way in when nobody has one. */
@Command(name = "owner-link", description = "Print a new link that makes its holder an owner; works once, for a day.")
final class OwnerLink implements Runnable {

    @Spec
    CommandSpec spec = CommandSpec.create();

    private OwnerLink() {}

    @Override
    public void run() {
        try (ConfigurableApplicationContext application = Application.aside()) {
            spec.commandLine()
                    .getOut()
                    .println(application.getBean(OwnerLinks.class).issue());
        }
    }
}
