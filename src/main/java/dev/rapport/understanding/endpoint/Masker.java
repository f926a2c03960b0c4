package dev.rapport.understanding.endpoint;

import dev.rapport.understanding.endpoint.Traces.Kind;
import dev.rapport.understanding.endpoint.Traces.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts placeholders where a text leads to somebody, the same one for the same thing in all texts it is given, and puts the
 * things back. It knows names that it was told and those that stand where people write names.
 */
public final class Masker {

    private static final Pattern MARK = Pattern.compile("\\[[a-z]+\\d+]");
    private static final Pattern LEFT_OPEN =
            Pattern.compile("\\[[^\\]\\n]{1,60}]|\\{\\{?[^}\\n]{1,60}}?}|<[\\p{L}][\\p{L} _'’-]{0,40}>");

    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, String> things = new HashMap<>();
    private final Map<String, String> marks = new HashMap<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    /** @param known names and handles of those who speak, as they are written */
    public Masker(Collection<String> known) {
        known.forEach(name -> names.addAll(NamesInText.parts(name)));
    }

    /** A text with placeholders. */
    public Masked mask(String text) {
        return mask(text, List.of());
    }

    /**
     * The same, but what stands at {@code kept} is no name, handle or number of anybody: brands and products.
     *
     * @param kept offsets, from and to
     */
    public Masked mask(String text, List<int[]> kept) {
        List<Trace> traces = new ArrayList<>(Traces.of(text));
        traces.removeIf(trace -> trace.kind() != Kind.MAIL && trace.kind() != Kind.LINK && isKept(trace, kept));
        names.addAll(NamesInText.of(text));
        addNames(traces, text, kept);
        traces.sort(Comparator.comparingInt(Trace::from));
        return new Masked(text, traces, trace -> mark(trace.kind(), text.substring(trace.from(), trace.to())));
    }

    /** A text with the things in place of their placeholders. */
    public String putBack(String text) {
        return MARK.matcher(text)
                .replaceAll(mark -> Matcher.quoteReplacement(things.getOrDefault(mark.group(), mark.group())));
    }

    /** Whether a placeholder stands in a text that none of ours is. */
    public boolean leavesOpen(String text) {
        Matcher matcher = LEFT_OPEN.matcher(text);
        while (matcher.find()) {
            if (!things.containsKey(matcher.group())) {
                return true;
            }
        }
        return false;
    }

    private void addNames(List<Trace> traces, String text, List<int[]> kept) {
        names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(name -> {
                    Matcher matcher = whole(name).matcher(text);
                    while (matcher.find()) {
                        Trace trace = new Trace(Kind.NAME, matcher.start(), matcher.end());
                        boolean isFree = traces.stream().noneMatch(one -> one.touches(trace.from(), trace.to()));
                        if (isFree && !isKept(trace, kept)) {
                            traces.add(trace);
                        }
                    }
                });
    }

    private static Pattern whole(String name) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])");
    }

    private static boolean isKept(Trace trace, List<int[]> kept) {
        return kept.stream().anyMatch(span -> trace.touches(span[0], span[1]));
    }

    private String mark(Kind kind, String thing) {
        String known = kind + " " + thing.toLowerCase(Locale.ROOT);
        return marks.computeIfAbsent(known, key -> {
            String mark = "[" + kind.name().toLowerCase(Locale.ROOT) + counts.merge(kind, 1, Integer::sum) + "]";
            things.put(mark, thing);
            return mark;
        });
    }
}
