package dev.rapport.understanding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** The organisation's list of care failures: the shipped one, or an edited copy of it. */
public record CarePatterns(List<CarePattern> patterns) {

    public CarePatterns {
        patterns = List.copyOf(patterns);
    }

    /** The patterns shipped, English, French, Spanish and German. */
    public static CarePatterns defaults() {
        var patterns = new ArrayList<CarePattern>();
        for (String language : List.of("en", "fr", "es", "de")) {
            for (RuleFile.Rule rule : RuleFile.load("care_" + language).rules()) {
                patterns.add(new CarePattern(language, rule.key(), rule.points(), rule.pattern(), null));
            }
        }
        return new CarePatterns(patterns);
    }

    /** Changes whenever a pattern or a reason does. */
    String fingerprint(CareReasons reasons) {
        var sum = new CRC32();
        sum.update((patterns.toString() + reasons).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
