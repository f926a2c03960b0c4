package dev.rapport.understanding;

/** What came of asking for a draft. */
public sealed interface Drafted {

    /** Words to begin with; {@code model} wrote them. */
    record Written(String words, String model) implements Drafted {}

    /** There is none: the message key of the sentence that says why. */
    record NotWritten(String why) implements Drafted {}
}
