package dev.rapport.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns a failure into one sentence that says what to do; where it happened goes to the log, or with --debug is shown. */
final class SaysWhatFailed implements IExecutionExceptionHandler {

    private final RapportCommand rapport;

    SaysWhatFailed(RapportCommand rapport) {
        this.rapport = rapport;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        String sentence = sentence(failure);
        err.println(sentence);
        if (rapport.debug) {
            failure.printStackTrace(err);
        } else if (!isExpected(failure)) {
            err.println(keep(failure));
        }
        err.flush();
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    static String sentence(Throwable failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof PortInUseException port) {
                return "Port " + port.getPort()
                        + " is in use. Stop the program that uses it, or choose another port with RAPPORT_PORT.";
            }
            if (isForPeople(cause)) {
                return message(cause);
            }
        }
        return "That failed: " + message(causes(failure).getLast());
    }

    private static boolean isExpected(Throwable failure) {
        return causes(failure).stream().anyMatch(c -> c instanceof PortInUseException || isForPeople(c));
    }

    /** Failures whose message was written for whoever operates Rapport. */
    private static boolean isForPeople(Throwable cause) {
        return cause instanceof CommandFailed
                || cause.getClass().getName().startsWith("dev.rapport.")
                || (cause instanceof IllegalArgumentException
                        && cause.getStackTrace().length > 0
                        && cause.getStackTrace()[0].getClassName().startsWith("dev.rapport."));
    }

    private static String message(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static String keep(Exception failure) {
        Path log = Application.home().resolve("logs").resolve("failures.log");
        try {
            Files.createDirectories(log.getParent());
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(
                    log, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
                writer.println(Instant.now());
                failure.printStackTrace(writer);
            }
            return "Where it happened stands in " + log + ".";
        } catch (IOException | RuntimeException unwritable) {
            return "Run it with --debug to see where it happened.";
        }
    }
}
