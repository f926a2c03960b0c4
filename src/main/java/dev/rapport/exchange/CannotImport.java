package dev.rapport.exchange;

/** An import that cannot be started or resumed, with the reason in words that say what to do. */
public class CannotImport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotImport(String why) {
        super(why);
    }
}
