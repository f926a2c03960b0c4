package dev.rapport.demo;

/** The demo world was asked for in a database that somebody works in. */
class HoldsRealData extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HoldsRealData() {
        super("This database holds data already, so no demo world is laid into it. Start without the demo"
                + " (bin/dev --empty), or name another home in RAPPORT_HOME.");
    }
}
