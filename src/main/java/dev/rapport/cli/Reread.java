package dev.rapport.cli;

import dev.rapport.understanding.Outlook;
import dev.rapport.understanding.Rereading;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads history again with the rules, weights and names of today; Ctrl-C stops it where it can go on. */
@Command(
        name = "reread",
        description = "Read again what older rules, weights or names have read. Can be stopped; the next run goes on.")
final class Reread implements Callable<Integer> {

    private static final long LONGEST_WAIT_SECONDS = 60;

    @Option(names = "--since", paramLabel = "DATE", description = "Only what was said from this day on: 2026-01-31.")
    @Nullable
    LocalDate since;

    @Option(names = "--dry-run", description = "Only say what would change, by a sample of 2,000 messages.")
    boolean dryRun;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopped;

    private Reread() {}

    @Override
    public Integer call() {
        Instant from = since == null
                ? Instant.EPOCH
                : since.atStartOfDay(ZoneOffset.UTC).toInstant();
        try (ConfigurableApplicationContext application = Application.aside()) {
            Rereading rereading = application.getBean(Rereading.class);
            return dryRun ? preview(rereading.outlook(from)) : readAgain(rereading, from);
        } finally {
            ended.countDown();
        }
    }

    private int preview(Outlook outlook) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("To be read again: " + outlook.messages() + " messages. Of " + outlook.looked() + " looked at, "
                + outlook.polarities() + " get another polarity, " + outlook.intents() + " other intents, "
                + outlook.opinions() + " other opinions.");
        outlook.shown()
                .forEach(one -> out.println("  " + one.before() + " -> " + one.after() + "  "
                        + one.words().replaceAll("\\s+", " ")));
        out.flush();
        return 0;
    }

    private int readAgain(Rereading rereading, Instant from) {
        OneLine line = new OneLine(spec.commandLine().getErr());
        // The hook ends at once when all is done by then.
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        Rereading.Done done = rereading.readAgain(from, (read, of, changed) -> {
            line.say("Read " + read + " of " + of + ", " + changed + " mean something else now");
            return !stopped;
        });
        line.end();
        spec.commandLine()
                .getOut()
                .println("Read " + done.read() + " messages again; " + done.changed() + " mean something else now."
                        + (done.finished() ? "" : " Stopped; the next run goes on."));
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** Waits until the present part is stored. */
    private void stop() {
        stopped = true;
        try {
            ended.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
