package dev.rapport.exchange;

/** Another runner took the import over. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
