package dev.rapport.understanding.endpoint;

/** An answer that is not used. */
public final class Flawed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    public Flawed(Flaw flaw) {
        super("The second reader's answer is not used: " + flaw);
        this.flaw = flaw;
    }

    public Flaw flaw() {
        return flaw;
    }
}
