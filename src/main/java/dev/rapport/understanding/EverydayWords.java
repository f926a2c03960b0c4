package dev.rapport.understanding;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Common English words: what a name must not be mistaken for. */
final class EverydayWords {

    static final Set<String> ALL = RuleFile.lines("everyday_en").stream()
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private EverydayWords() {}
}
