package dev.rapport.cli.spi;

import java.io.PrintWriter;
import java.util.List;

/** Something that {@code bin/bench NAME} measures. Found as a service ({@link java.util.ServiceLoader}). */
public interface Benchmark {

    /** The word it is called by. */
    String name();

    /**
     * Measures, checks its own counts and prints {@code key=value} lines.
     *
     * @return the exit code, 0 when everything asserted held
     */
    int run(List<String> arguments, PrintWriter out) throws Exception;
}
