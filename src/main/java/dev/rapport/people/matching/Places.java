package dev.rapport.people.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Short codes of countries and regions ("nz", "va", "nsw") and the names they may stand for, folded. */
final class Places {

    private static final Map<String, List<String>> NAMES = new HashMap<>();

    static {
        WordFile.read("regions").forEach((code, words) -> put(code, Folding.fold(String.join("", words))));
        for (String country : Locale.getISOCountries()) {
            put(
                    country.toLowerCase(Locale.ROOT),
                    Folding.fold(Locale.of("", country).getDisplayCountry(Locale.ENGLISH)));
        }
        put("usa", "unitedstates");
        put("uk", "unitedkingdom");
    }

    private Places() {}

    /** What a folded text may stand for; nothing when it is no code. */
    static List<String> named(String code) {
        return NAMES.getOrDefault(code, List.of());
    }

    /** A region by its name, also when its code is on record. */
    static String region(String folded) {
        List<String> names = named(folded);
        return names.isEmpty() ? folded : names.getFirst();
    }

    /** A country by its English name, also when its code is on record. */
    static String country(String folded) {
        List<String> names = named(folded);
        return names.isEmpty() ? folded : names.getLast();
    }

    private static void put(String code, String name) {
        NAMES.merge(
                code,
                List.of(name),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
}
