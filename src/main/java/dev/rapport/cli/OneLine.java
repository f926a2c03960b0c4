package dev.rapport.cli;

import java.io.PrintWriter;

/** One line of the console that is written over and over; where nobody watches, only the last words are printed. */
final class OneLine {

    private final PrintWriter out;
    private final boolean watched = System.console() != null && System.console().isTerminal();
    private int width;

    OneLine(PrintWriter out) {
        this.out = out;
    }

    void say(String words) {
        if (watched) {
            out.print("\r" + words + " ".repeat(Math.max(0, width - words.length())));
            out.flush();
            width = words.length();
        }
    }

    /** Makes room for what comes after. */
    void end() {
        if (width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            out.flush();
            width = 0;
        }
    }
}
