package dev.rapport.understanding.web;

import dev.rapport.commerce.Aspect;
import dev.rapport.commerce.CatalogueEntry;
import dev.rapport.commerce.CatalogueSnapshot;
import dev.rapport.commerce.Target;
import dev.rapport.understanding.About;
import dev.rapport.understanding.CareReason;
import dev.rapport.understanding.Change;
import dev.rapport.understanding.web.CorrectionRow.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says corrections in words: names of the catalogue and of reasons, keys for the rest. */
record CorrectionValues(CatalogueSnapshot catalogue, List<CareReason> reasons) {

    private static final Value NONE = Value.keyed("understanding.none");

    String what(Change change) {
        return switch (change) {
            case Change.PolarityIs is -> "understanding.change.polarity";
            case Change.OpinionIs is -> "understanding.change.opinion";
            case Change.TargetIs is -> "understanding.change.target";
            case Change.IntentIs is -> "understanding.change.intent";
            case Change.ReasonIs is -> "understanding.change.reason";
        };
    }

    @Nullable
    Value about(Change change) {
        return switch (change) {
            case Change.OpinionIs is -> name(is.about());
            case Change.IntentIs is -> Value.keyed("intent." + small(is.intent().name()));
            case Change.PolarityIs is -> null;
            case Change.TargetIs is -> null;
            case Change.ReasonIs is -> null;
        };
    }

    Value now(Change change) {
        return switch (change) {
            case Change.PolarityIs is -> polarity(is.polarity().name());
            case Change.OpinionIs is -> polarity(is.polarity().name());
            case Change.TargetIs is -> name(is.right());
            case Change.IntentIs is -> yesOrNo(is.meant());
            case Change.ReasonIs is -> reason(is.reason());
        };
    }

    /** What the reader had said about the same thing. */
    Value said(Change change, String said) {
        return switch (change) {
            case Change.PolarityIs is -> said.isEmpty() || said.equals("null") ? NONE : polarity(said);
            case Change.OpinionIs is -> said.isEmpty() ? NONE : polarity(said);
            case Change.TargetIs is -> name(is.wrong());
            case Change.IntentIs is -> yesOrNo(Boolean.parseBoolean(said));
            case Change.ReasonIs is -> reason(said.isEmpty() ? null : said);
        };
    }

    private Value name(About about) {
        String names = Stream.of(
                        entry(about.target()),
                        catalogue.aspects().stream()
                                .filter(aspect -> about.aspectId() != null && aspect.id() == about.aspectId())
                                .map(Aspect::name)
                                .findFirst()
                                .orElse(""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? NONE : Value.named(names);
    }

    private Value name(@Nullable Target target) {
        String name = entry(target);
        return name.isEmpty() ? NONE : Value.named(name);
    }

    private String entry(@Nullable Target target) {
        return catalogue.entries().stream()
                .filter(entry -> entry.target().equals(target))
                .map(CatalogueEntry::name)
                .findFirst()
                .orElse("");
    }

    private Value reason(@Nullable String key) {
        if (key == null) {
            return NONE;
        }
        String own = reasons.stream()
                .filter(reason -> reason.key().equals(key))
                .findFirst()
                .map(CareReason::name)
                .orElse("");
        return own.isEmpty() ? new Value("understanding.reason-name." + key, key) : Value.named(own);
    }

    private static Value polarity(String name) {
        return Value.keyed("polarity." + small(name));
    }

    private static Value yesOrNo(boolean meant) {
        return Value.keyed(meant ? "understanding.yes" : "understanding.no");
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
