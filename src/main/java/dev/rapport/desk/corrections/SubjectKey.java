package dev.rapport.desk.corrections;

import dev.rapport.commerce.Target;
import dev.rapport.understanding.About;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an opinion is about as forms name it: {@code product-12.3}, {@code brand-4.}, {@code .3}, {@code .} for nothing. */
final class SubjectKey {

    private static final Pattern WRITTEN = Pattern.compile("(?:(brand|product)-(\\d{1,18}))?\\.(\\d{1,18})?");

    private SubjectKey() {}

    static String of(About about) {
        String aspect = about.aspectId() == null ? "" : about.aspectId().toString();
        return (about.target() == null ? "" : of(about.target())) + "." + aspect;
    }

    static String of(Target target) {
        return target.kind().name().toLowerCase(Locale.ROOT) + "-" + target.id();
    }

    static Optional<About> parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String kind = parts.group(1);
        String aspect = parts.group(3);
        Target target = kind == null
                ? null
                : new Target(Target.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), Long.parseLong(parts.group(2)));
        return Optional.of(new About(target, aspect == null ? null : Long.valueOf(aspect)));
    }
}
