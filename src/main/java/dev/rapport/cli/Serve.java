package dev.rapport.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the screens and does the work behind them until it is stopped. */
@Command(name = "serve", description = "Start Rapport: its database, its screens, the work behind them.")
final class Serve implements Callable<Integer> {

    @Option(names = "--dev", description = "For working on Rapport itself: prints a sign-in link at every start.")
    boolean dev;

    @Option(
            names = "--demo",
            description = "Lay a demo world into an empty database, and let it go on while the server runs.")
    boolean demo;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private Serve() {}

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        CountDownLatch stopped = new CountDownLatch(1);
        ConfigurableApplicationContext context = Application.serving(dev, demo, stopped::countDown);
        out.println("Rapport is served at " + context.getEnvironment().getProperty("rapport.public-url"));
        out.println("Its data is in " + Application.home().folder() + ". Ctrl-C stops it.");
        out.flush();
        stopped.await();
        return 0;
    }
}
