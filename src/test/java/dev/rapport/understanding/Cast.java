package dev.rapport.understanding;

import dev.rapport.commerce.Aspect;
import dev.rapport.commerce.CatalogueEntry;
import dev.rapport.commerce.CatalogueSnapshot;
import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A telephone catalogue and six airlines for the reader's tests. */
final class Cast {

    static final Target APPLE = new Target(Target.Kind.BRAND, 1);
    static final Target IPHONE = new Target(Target.Kind.PRODUCT, 11);
    static final Target IPAD = new Target(Target.Kind.PRODUCT, 12);
    static final Target GALAXY = new Target(Target.Kind.PRODUCT, 13);
    static final Target ATT = new Target(Target.Kind.BRAND, 2);
    static final Target VERIZON = new Target(Target.Kind.BRAND, 3);
    static final Target TMOBILE = new Target(Target.Kind.BRAND, 4);
    static final Target UNITED = new Target(Target.Kind.BRAND, 21);
    static final Target AMERICAN = new Target(Target.Kind.BRAND, 22);
    static final Target US_AIRWAYS = new Target(Target.Kind.BRAND, 23);
    static final Target SOUTHWEST = new Target(Target.Kind.BRAND, 24);
    static final Target DELTA = new Target(Target.Kind.BRAND, 25);
    static final Target VIRGIN = new Target(Target.Kind.BRAND, 26);
    static final Target JETBLUE = new Target(Target.Kind.BRAND, 27);

    static final long SERVICE = 1;
    static final long BATTERY = 2;
    static final long PRICE = 3;

    private Cast() {}

    static CatalogueReader phones() {
        return new CatalogueReader(
                new CatalogueSnapshot(
                        7,
                        List.of(
                                entry(APPLE, "Apple", Standing.PARTNER, List.of(), List.of("Apple")),
                                entry(IPHONE, "iPhone", Standing.OURS, List.of("iPhone 6"), List.of()),
                                entry(IPAD, "iPad", Standing.OURS, List.of(), List.of()),
                                entry(GALAXY, "Galaxy S5", Standing.COMPETITOR, List.of("Galaxy"), List.of()),
                                entry(ATT, "AT&T", Standing.OURS, List.of(), List.of("ATT", "ATTCares")),
                                entry(VERIZON, "Verizon", Standing.COMPETITOR, List.of(), List.of("verizon")),
                                entry(TMOBILE, "T-Mobile", Standing.COMPETITOR, List.of(), List.of("TMobile"))),
                        List.of(
                                new Aspect(
                                        SERVICE,
                                        "service",
                                        List.of("customer service", "support", "service client"),
                                        null),
                                new Aspect(BATTERY, "battery", List.of("battery life", "batterie"), null),
                                new Aspect(PRICE, "price", List.of("prices", "prix"), null))),
                List.of("en", "fr"),
                CarePatterns.defaults());
    }

    static CatalogueReader airlines() {
        return new CatalogueReader(
                new CatalogueSnapshot(
                        3,
                        List.of(
                                entry(UNITED, "United Airlines", Standing.OURS, List.of("United"), List.of("united")),
                                entry(
                                        AMERICAN,
                                        "American Airlines",
                                        Standing.COMPETITOR,
                                        List.of("American Air"),
                                        List.of("AmericanAir")),
                                entry(US_AIRWAYS, "US Airways", Standing.COMPETITOR, List.of(), List.of("USAirways")),
                                entry(
                                        SOUTHWEST,
                                        "Southwest Airlines",
                                        Standing.COMPETITOR,
                                        List.of("Southwest"),
                                        List.of("SouthwestAir")),
                                entry(
                                        DELTA,
                                        "Delta Air Lines",
                                        Standing.COMPETITOR,
                                        List.of("Delta"),
                                        List.of("Delta")),
                                entry(
                                        VIRGIN,
                                        "Virgin America",
                                        Standing.COMPETITOR,
                                        List.of(),
                                        List.of("VirginAmerica")),
                                entry(JETBLUE, "JetBlue", Standing.COMPETITOR, List.of(), List.of("JetBlue"))),
                        List.of()),
                List.of("en"),
                CarePatterns.defaults());
    }

    private static CatalogueEntry entry(
            Target target, String name, Standing standing, List<String> aliases, List<String> handles) {
        @Nullable Target brand = target.kind() == Target.Kind.PRODUCT ? APPLE : null;
        return new CatalogueEntry(target, name, standing, brand, aliases, handles);
    }

    /** "iPhone+, AT&T/1-": targets, aspects and signs, in the order read. */
    static String said(Reading reading) {
        return String.join(", ", reading.opinions().stream().map(Cast::said).toList());
    }

    private static String said(Opinion opinion) {
        String aspect = opinion.aspectId() == null ? "" : "/" + opinion.aspectId();
        String sign = switch (opinion.polarity()) {
            case POSITIVE -> "+";
            case NEGATIVE -> "-";
            case NEUTRAL -> "0";
            case MIXED -> "~";
        };
        return opinion.targetName() + aspect + sign;
    }
}
