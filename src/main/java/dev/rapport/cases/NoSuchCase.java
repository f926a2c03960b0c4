package dev.rapport.cases;

/** A number that no case has. */
public class NoSuchCase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchCase(long number) {
        super("There is no case " + number + ".");
    }
}
