package dev.rapport.people.web;

/** The interval of E. B. Wilson (Probable Inference, 1927) for a share of which a sample was seen. */
final class Wilson {

    private static final double Z = 1.96;

    private Wilson() {}

    /** The lower end with 95 % confidence; 0 when nothing was seen. */
    static double lower(int hits, int n) {
        if (n == 0) {
            return 0;
        }
        double share = hits / (double) n;
        double middle = share + Z * Z / (2 * n);
        double spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n));
        return (middle - spread) / (1 + Z * Z / n);
    }
}
