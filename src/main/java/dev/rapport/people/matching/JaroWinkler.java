package dev.rapport.people.matching;

/** Likeness of two short texts from 0 to 1: Jaro's, raised for a common beginning (Winkler 1990). */
final class JaroWinkler {

    private static final int PREFIX = 4;

    private JaroWinkler() {}

    static double of(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        double jaro = jaro(a, b);
        int prefix = 0;
        while (prefix < Math.min(PREFIX, Math.min(a.length(), b.length())) && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        var ofA = new StringBuilder();
        boolean[] taken = new boolean[b.length()];
        for (int i = 0; i < a.length(); i++) {
            for (int j = Math.max(0, i - reach); j < Math.min(b.length(), i + reach + 1); j++) {
                if (!taken[j] && a.charAt(i) == b.charAt(j)) {
                    taken[j] = true;
                    ofA.append(a.charAt(i));
                    break;
                }
            }
        }
        int common = ofA.length();
        if (common == 0) {
            return 0;
        }
        int at = 0;
        int swapped = 0;
        for (int j = 0; j < b.length(); j++) {
            if (taken[j] && b.charAt(j) != ofA.charAt(at++)) {
                swapped++;
            }
        }
        double m = common;
        return (m / a.length() + m / b.length() + (m - swapped / 2.0) / m) / 3;
    }
}
