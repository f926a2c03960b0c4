package dev.rapport.cli;

import dev.rapport.conversations.BatchWorkers;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what an operator wants to know at a glance. */
@Command(name = "status", description = "Say where Rapport runs, how its inboxes are, what waits.")
final class Status implements Runnable {

    private static final int PATIENCE_MILLIS = 500;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private Status() {}

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        try (ConfigurableApplicationContext application = Application.aside()) {
            Environment environment = application.getEnvironment();
            int port = environment.getProperty("rapport.port", Integer.class, 8420);
            String address = environment.getProperty("rapport.address", "127.0.0.1");
            out.println("home     " + Application.home().folder());
            out.println("server   " + (answers(address, port) ? "answers at " : "does not answer at ")
                    + environment.getProperty("rapport.public-url") + " (port " + port + ")");
            out.println("batches  " + application.getBean(BatchWorkers.class).waiting() + " waiting");
        }
    }

    private static boolean answers(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
