package dev.rapport.understanding;

/**
 * What a second reader said about one target that our reader had found.
 *
 * @param confidence 0 to 1, by its own word
 * @param quote the exact words that hold it
 */
record SecondOpinion(About about, Polarity polarity, double confidence, Span quote) {}
