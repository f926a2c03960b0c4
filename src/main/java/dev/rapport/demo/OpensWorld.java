package dev.rapport.demo;

import dev.rapport.shared.web.WhenServing;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lays the world when the server starts, says so in one line, and lets it go on. Before the sign-in link is printed. */
@Component
@WhenDemo
@WhenServing
@Order(Ordered.HIGHEST_PRECEDENCE)
class OpensWorld implements ApplicationRunner {

    private final LaysWorld lays;
    private final KeepsTalking talking;
    private final PrintStream console = System.out;

    OpensWorld(LaysWorld lays, KeepsTalking talking) {
        this.lays = lays;
        this.talking = talking;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        long started = System.nanoTime();
        if (lays.lay(step -> console.print(step))) {
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            console.printf(Locale.ROOT, " (%.1f s)%n", took.toMillis() / 1000.0);
        }
        talking.start();
    }
}
