package dev.rapport.cast;

/** The house the cast works for: a maker of headphones. */
public final class Solvane {

    public static final String BRAND = "Solvane";
    public static final String PRODUCT = "Halo 10";

    /** A complaint that praises the product: one opinion of each kind. */
    public static final String COMPLAINT =
            "I love my Halo 10, but the service at Solvane is terrible. Nobody has answered me for two weeks!";

    private Solvane() {}
}
