package dev.rapport.understanding;

/**
 * Reads messages. Safe for many threads at once, and the same words always give the same reading while
 * {@link #versions()} stay the same.
 */
public interface Reader {

    /** What these words mean. Never fails, whatever the words. */
    Reading read(Words words);

    /** Which rules, model and catalogue speak in this reader's answers. */
    Versions versions();
}
