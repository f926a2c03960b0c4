package dev.rapport.cli;

/** A command that cannot do what it was asked, with the reason and what to do in one sentence. */
final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailed(String sentence) {
        super(sentence);
    }
}
