package dev.rapport.channels;

/** Another inbox has this name. */
public class NameTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NameTaken(String name) {
        super("There is an inbox “" + name + "” already.");
    }
}
